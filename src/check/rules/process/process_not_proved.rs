//! A process is small enough to be proved.

use crate::check::{Check, Proved, Rule};
use crate::diag::{Basis, Code, Findings, Pack, Severity};
use crate::model::Maturity;
use crate::resolve::Resolved;
use crate::words::words;

pub(in crate::check) static RULE: Rule = Rule {
    code: Code {
        id: "PRC-35",
        name: "process-not-proved",
        title: words(
"Each process is small enough that all it can lead to is examined",
"Chaque processus est assez petit pour que toutes ses suites soient examinées",
),
        message: words(
"the process `{process}` was not proved: {states} states were examined and there are more",
"le processus « {process} » n’a pas été prouvé : {states} états ont été examinés et il en reste",
),
        why: words(
"Nothing wrong was found in what was examined, but a case that cannot be closed may be hidden in the rest. How many states there are grows with the number of ways that run in parallel, multiplied with one another; this is the one proof that takes more time than the length of the block, and therefore it is given up after a fixed number.",
"Rien d’anormal n’a été relevé dans ce qui a été examiné, mais un dossier impossible à clore peut se cacher dans le reste. Le nombre d’états croît avec celui des voies parallèles, multipliées entre elles ; c’est la seule preuve dont la durée dépasse celle de la lecture du bloc, et c’est pourquoi elle s’arrête à un nombre fixe.",
),
        help: words(
"Move parallel ways of `{process}` into a process of their own and run it by a `subprocess` step; each process is proved by itself.",
"Placez des voies parallèles de « {process} » dans un processus distinct, exécuté par une étape « subprocess » ; chaque processus est prouvé séparément.",
),
        severity: Severity::Advice,
        basis: Basis::House,
        pack: Pack::House,
    },
    from: Maturity::Process,
    early: &[],
    fixes: &[],
    bad: "
process_alignment:
  processes:
    - id: issue
      steps:
        - {id: register, next: share}
        - id: share
          entity: importing-customs
          kind: fork
          name: {en: Share the work, fr: Répartir le travail}
          outcomes:
            - {to: file-1}
            - {to: file-2}
            - {to: file-3}
            - {to: file-4}
            - {to: file-5}
            - {to: file-6}
            - {to: file-7}
            - {to: file-8}
            - {to: file-9}
        - {id: file-1, entity: importing-customs, kind: task, name: {en: File part 1, fr: Classer la partie 1}, next: sort-1}
        - {id: sort-1, entity: importing-customs, kind: task, name: {en: Sort part 1, fr: Trier la partie 1}, next: keep-1}
        - {id: keep-1, entity: importing-customs, kind: task, name: {en: Keep part 1, fr: Conserver la partie 1}, next: together}
        - {id: file-2, entity: importing-customs, kind: task, name: {en: File part 2, fr: Classer la partie 2}, next: sort-2}
        - {id: sort-2, entity: importing-customs, kind: task, name: {en: Sort part 2, fr: Trier la partie 2}, next: keep-2}
        - {id: keep-2, entity: importing-customs, kind: task, name: {en: Keep part 2, fr: Conserver la partie 2}, next: together}
        - {id: file-3, entity: importing-customs, kind: task, name: {en: File part 3, fr: Classer la partie 3}, next: sort-3}
        - {id: sort-3, entity: importing-customs, kind: task, name: {en: Sort part 3, fr: Trier la partie 3}, next: keep-3}
        - {id: keep-3, entity: importing-customs, kind: task, name: {en: Keep part 3, fr: Conserver la partie 3}, next: together}
        - {id: file-4, entity: importing-customs, kind: task, name: {en: File part 4, fr: Classer la partie 4}, next: sort-4}
        - {id: sort-4, entity: importing-customs, kind: task, name: {en: Sort part 4, fr: Trier la partie 4}, next: keep-4}
        - {id: keep-4, entity: importing-customs, kind: task, name: {en: Keep part 4, fr: Conserver la partie 4}, next: together}
        - {id: file-5, entity: importing-customs, kind: task, name: {en: File part 5, fr: Classer la partie 5}, next: sort-5}
        - {id: sort-5, entity: importing-customs, kind: task, name: {en: Sort part 5, fr: Trier la partie 5}, next: keep-5}
        - {id: keep-5, entity: importing-customs, kind: task, name: {en: Keep part 5, fr: Conserver la partie 5}, next: together}
        - {id: file-6, entity: importing-customs, kind: task, name: {en: File part 6, fr: Classer la partie 6}, next: sort-6}
        - {id: sort-6, entity: importing-customs, kind: task, name: {en: Sort part 6, fr: Trier la partie 6}, next: keep-6}
        - {id: keep-6, entity: importing-customs, kind: task, name: {en: Keep part 6, fr: Conserver la partie 6}, next: together}
        - {id: file-7, entity: importing-customs, kind: task, name: {en: File part 7, fr: Classer la partie 7}, next: sort-7}
        - {id: sort-7, entity: importing-customs, kind: task, name: {en: Sort part 7, fr: Trier la partie 7}, next: keep-7}
        - {id: keep-7, entity: importing-customs, kind: task, name: {en: Keep part 7, fr: Conserver la partie 7}, next: together}
        - {id: file-8, entity: importing-customs, kind: task, name: {en: File part 8, fr: Classer la partie 8}, next: sort-8}
        - {id: sort-8, entity: importing-customs, kind: task, name: {en: Sort part 8, fr: Trier la partie 8}, next: keep-8}
        - {id: keep-8, entity: importing-customs, kind: task, name: {en: Keep part 8, fr: Conserver la partie 8}, next: together}
        - {id: file-9, entity: importing-customs, kind: task, name: {en: File part 9, fr: Classer la partie 9}, next: sort-9}
        - {id: sort-9, entity: importing-customs, kind: task, name: {en: Sort part 9, fr: Trier la partie 9}, next: keep-9}
        - {id: keep-9, entity: importing-customs, kind: task, name: {en: Keep part 9, fr: Conserver la partie 9}, next: together}
        - {id: together, entity: importing-customs, kind: join, name: {en: All done, fr: Tout est achevé}, next: respond}
",
    good: "
process_alignment:
  processes:
    - id: issue
      steps:
        - {id: register, next: share}
        - id: share
          entity: importing-customs
          kind: fork
          name: {en: Share the work, fr: Répartir le travail}
          outcomes:
            - {to: file-1}
            - {to: file-2}
        - {id: file-1, entity: importing-customs, kind: task, name: {en: File part 1, fr: Classer la partie 1}, next: sort-1}
        - {id: sort-1, entity: importing-customs, kind: task, name: {en: Sort part 1, fr: Trier la partie 1}, next: keep-1}
        - {id: keep-1, entity: importing-customs, kind: task, name: {en: Keep part 1, fr: Conserver la partie 1}, next: together}
        - {id: file-2, entity: importing-customs, kind: task, name: {en: File part 2, fr: Classer la partie 2}, next: sort-2}
        - {id: sort-2, entity: importing-customs, kind: task, name: {en: Sort part 2, fr: Trier la partie 2}, next: keep-2}
        - {id: keep-2, entity: importing-customs, kind: task, name: {en: Keep part 2, fr: Conserver la partie 2}, next: together}
        - {id: together, entity: importing-customs, kind: join, name: {en: All done, fr: Tout est achevé}, next: respond}
",
    check: Check::Proofs(check),
};

fn check(_: &Resolved, proved: &[Proved<'_>], findings: &mut Findings) {
    for Proved { process, places, proof } in proved.iter().filter(|it| !it.proof.complete) {
        let finding = RULE.at(places.process).arg("process", &process.id);
        findings.add(finding.arg("states", proof.states));
    }
}
