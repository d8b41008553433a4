//! How the page looks: on a desk, on a telephone, in the dark and on paper.

use std::collections::BTreeSet;

use crate::view::document::Document;

/// The style sheet of a page; `widths` are the widths of columns that it uses, in hundredths.
pub(super) fn sheet(document: &Document, widths: &BTreeSet<u16>) -> String {
    let mut out = String::with_capacity(SHEET.len() + 1024);
    out.push_str(SHEET);
    for width in widths {
        out.push_str(&format!(".w{width} {{ width: {width}% }}\n"));
    }
    let header = format!("{} {}", document.title, document.version);
    out.push_str(&format!(
        "@page {{ @top-left {{ content: {} }} @top-right {{ content: {} }} }}\n",
        quoted(&header),
        quoted(&document.mark)
    ));
    out
}

/// A string of CSS. Everything but letters, digits and spaces goes in by its number.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        if c.is_alphanumeric() || c == ' ' {
            out.push(c);
        } else {
            out.push_str(&format!("\\{:x} ", u32::from(c)));
        }
    }
    out.push('"');
    out
}

const SHEET: &str = r#"
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1a1a1f; --soft: #54545f; --line: #c9c9d1; --shade: #f3f4f7;
  --link: #0b4f9e; --mark: #8a1c1c;
  --bracket: #fff3cd; --bracket-line: #8a6100; --bracket-ink: #5c4000;
  --missing: #fde4e1; --missing-line: #a3261a; --missing-ink: #7a1c12;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16171b; --ink: #ececf1; --soft: #adaebb; --line: #41424d; --shade: #202228;
    --link: #8fbcf7; --mark: #ff9c92;
    --bracket: #3a3010; --bracket-line: #d9ab3f; --bracket-ink: #ffe3a1;
    --missing: #45201c; --missing-line: #f08b80; --missing-ink: #ffd0ca;
  }
}
@counter-style letters { system: extends lower-alpha; prefix: "("; suffix: ") " }
@counter-style points { system: extends lower-roman; prefix: "("; suffix: ") " }
* { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem }
body {
  margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 2.75rem) 4rem; max-width: 84rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.6 Georgia, Cambria, "Noto Serif", "Liberation Serif", "DejaVu Serif", serif;
  overflow-wrap: break-word;
}
main > section > *, main > p, main > ul, main > ol { max-width: 46rem }
main > section > .table, main > section > figure, main > section > .clause:has(.table, figure) { max-width: none }
.clause:has(.table, figure) > :not(.table, figure) { max-width: 43rem }
h1, h2, h3, h4, h5, th, caption, figcaption, nav, .facts, .mark, .subtitle, .skip {
  font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", "DejaVu Sans", sans-serif;
}
h1 { font-size: clamp(1.6rem, 5vw, 2.4rem); line-height: 1.2; margin: .5rem 0 }
h2 { font-size: 1.35rem; line-height: 1.3; margin: 3rem 0 1rem }
h3 { font-size: 1.1rem; margin: 2rem 0 .75rem }
h4, h5 { font-size: 1rem; margin: 1.5rem 0 .5rem }
h2 .label { display: block; font-size: .95rem; color: var(--soft); font-weight: 600 }
p { margin: 0 0 .8rem }
a { color: var(--link); text-underline-offset: .15em }
a:focus-visible, section:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
:target { background: var(--shade); outline: 2px solid var(--line); outline-offset: .2rem }
.skip { position: absolute; left: -999rem; padding: .5rem 1rem; background: var(--paper); z-index: 9 }
.skip:focus { left: 1rem; top: 1rem }
code { font: .88em/1.4 ui-monospace, "DejaVu Sans Mono", "Liberation Mono", monospace; overflow-wrap: anywhere }
.cover { border-bottom: 1px solid var(--line); padding-bottom: 1.5rem }
.mark { display: inline-block; margin: 0; padding: .15rem .8rem; border: 2px solid var(--mark); color: var(--mark); font-weight: 700; letter-spacing: .12em }
.subtitle { font-size: 1.1rem; color: var(--soft) }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: .75rem 2rem; margin: 1.5rem 0 }
.facts dt { font-size: .85rem; color: var(--soft) }
.facts dd { margin: 0 }
.notice, footer p { color: var(--soft); font-style: italic }
nav ol { list-style: none; margin: 0; padding: 0; columns: 20rem auto; column-gap: 2.5rem }
nav li { padding: .2rem 0; break-inside: avoid }
nav a { display: inline-block; padding: .1rem 0; text-decoration: none }
nav a:hover, nav a:focus { text-decoration: underline }
nav .label { color: var(--soft) }
.clause { margin: 0 0 .8rem; padding-left: 3.2rem }
.clause > p:first-child { text-indent: -3.2rem }
.clause .number { display: inline-block; width: 3.2rem; text-indent: 0; font-weight: 600 }
.clause > p:first-child > * { text-indent: 0 }
ol, ul { padding-left: 2.4rem; margin: 0 0 .8rem }
li { margin: .25rem 0 }
.letters { list-style: letters }
.roman { list-style: points }
.terms dt { font-weight: 700; margin-top: .7rem }
.terms dd { margin: 0 0 0 2rem }
.term { color: inherit; text-decoration: underline dotted var(--soft) }
.bracket { color: var(--bracket-ink); background: var(--bracket); text-decoration: none; border-bottom: 2px solid var(--bracket-line); padding: .05em .1em; font-weight: 600 }
.bracket.open { border-bottom-style: dashed }
.bracket.missing { color: var(--missing-ink); background: var(--missing); border-bottom: 2px dotted var(--missing-line) }
.foreign { font-style: italic }
.stale { text-decoration: underline wavy var(--missing-line); text-underline-offset: .2em }
.pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); column-gap: clamp(1.25rem, 3vw, 2.5rem); max-width: none }
.pair .clause { padding-left: 2.7rem }
.pair .clause > p:first-child { text-indent: -2.7rem }
.pair .clause .number { width: 2.7rem }
.pair nav ol { columns: auto }
.pair .mark { justify-self: start }
.pair .terms, .pair .note { margin: 0 0 .6rem }
.pair .terms dt { margin-top: 0 }
h1.pair { font-size: clamp(1.4rem, 3vw, 2rem) }
main > section > .pair, main > .pair { max-width: none }
.translation { color: var(--soft) }
.note { margin: 1rem 0; padding: .7rem 1rem; border-left: 4px solid var(--line); background: var(--shade) }
.note > :last-child { margin-bottom: 0 }
.table { overflow-x: auto; margin: 1.2rem 0 1.6rem }
table { border-collapse: collapse; width: 100%; font-size: .92rem; line-height: 1.45 }
.wide table { min-width: 48rem }
.landscape table { min-width: 72rem; font-size: .85rem }
caption { text-align: left; font-weight: 600; padding: .3rem 0 .5rem }
.words { display: inline-block; position: sticky; left: 0; max-width: min(46rem, calc(100vw - 2.2rem)) }
caption .label, figcaption .label { color: var(--soft) }
th, td { border: 1px solid var(--line); padding: .35rem .5rem; vertical-align: top; text-align: left; overflow-wrap: break-word }
thead th { background: var(--shade); vertical-align: bottom }
tbody th { font-weight: 400; font-family: inherit }
tr.group { background: var(--shade) }
tr.group th { font-weight: 700 }
.centre { text-align: center }
.level1 { padding-left: 1.3rem } .level2 { padding-left: 2.1rem } .level3 { padding-left: 2.9rem }
.level4 { padding-left: 3.7rem } .level5 { padding-left: 4.5rem } .level6 { padding-left: 5.3rem }
figure { margin: 1.5rem 0 }
.picture { overflow-x: auto; border: 1px solid var(--line) }
.picture svg { display: block; max-width: none; height: auto }
figcaption { padding: .5rem 0; font-weight: 600 }
footer { margin-top: 4rem; border-top: 1px solid var(--line); padding-top: 1rem }
.notes { font-size: .92rem }
.summary main > h3, .summary main > ul, .summary main > p { max-width: 52rem }
.summary .picture svg { max-width: 100% }
@media (max-width: 40rem) {
  .pair { grid-template-columns: minmax(0, 1fr) }
  .pair > [lang] { border-left: 3px solid var(--line); padding-left: .7rem; margin-bottom: .8rem }
  .wide .key { position: sticky; left: 0; background: var(--paper); max-width: 11rem; box-shadow: 1px 0 var(--line) }
  .wide thead .key, .wide .group .key { background: var(--shade) }
  .clause { padding-left: 0 }
  .clause > p:first-child { text-indent: 0 }
  .clause .number { width: auto; margin-right: .5rem }
  .cards table { min-width: 0 }
  .cards table, .cards caption, .cards tbody, .cards tr, .cards th, .cards td { display: block; width: auto }
  .cards thead, .cards colgroup, .cards td:empty { display: none }
  .cards tr { display: flex; flex-direction: column; border: 1px solid var(--line); margin-bottom: .8rem }
  .cards th, .cards td { border: 0; text-align: left }
  .cards td { position: relative; padding-left: 8rem; min-height: 2.5rem }
  .cards tbody th.key { order: -1; position: static; max-width: none; box-shadow: none; font-weight: 700; background: var(--shade); padding-left: .5rem }
  .cards [data-title]::before { content: attr(data-title); position: absolute; left: .5rem; width: 7rem; font: 600 .76rem/1.25 system-ui, "DejaVu Sans", sans-serif; color: var(--soft) }
}
@page { size: A4; margin: 22mm 20mm 20mm; @bottom-center { content: counter(page) " / " counter(pages); font: 9pt sans-serif } @top-left { font: 7pt sans-serif; color: #555 } @top-right { font: bold 9pt sans-serif; color: #8a1c1c } }
@page wide { size: A4 landscape; margin: 16mm 12mm }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --line: #999; --shade: #f1f1f1; --link: #000; --mark: #8a1c1c; --bracket: #f6f0dc; --bracket-line: #5c4000; --bracket-ink: #3a2900; --missing: #f8e4e2; --missing-line: #7a1c12; --missing-ink: #5a120b }
  body { padding: 0; max-width: none; font-size: 10.5pt; line-height: 1.4 }
  .skip { display: none }
  a { text-decoration: none; color: inherit }
  h2, h3, h4, caption, figcaption { break-after: avoid; break-inside: avoid }
  h2 { margin-top: 1.6rem }
  .appendix { break-before: page }
  nav ol { columns: 2; font-size: 9pt }
  nav h2 { margin-top: 1rem }
  .annex main, .utility-block main { break-before: page }
  h1.pair { font-size: 15pt }
  .pair h2 { margin-top: 1.1rem }
  .pair h3 { margin-top: .8rem }
  .pair .facts { gap: .3rem 1rem; font-size: 9.5pt; margin: .6rem 0 }
  .pair nav li { padding: 0 }
  p, li, dd { orphans: 3; widows: 3 }
  dt { break-after: avoid }
  tr, .note, .picture svg { break-inside: avoid }
  thead { display: table-header-group }
  .table, .picture { overflow: visible; border: 0 }
  .wide table, .landscape table { min-width: 0 }
  .landscape { page: wide }
  .landscape table { font-size: 7.5pt }
  table { font-size: 8.5pt }
  .annex figure, .utility-block figure { page: wide; margin: 0 }
  figcaption a { display: none }
  .summary { font-size: 8pt; line-height: 1.3 }
  .summary h1 { font-size: 14pt; margin: .2rem 0 }
  .summary .subtitle { font-size: 10pt; margin: 0 0 .3rem }
  .summary .facts { grid-template-columns: repeat(4, 1fr); margin: .3rem 0; gap: 0 1rem }
  .summary .notice { font-size: 7.5pt; margin: 0 }
  .summary .cover { padding-bottom: .4rem }
  .summary main { columns: 2; column-gap: 7mm }
  .summary h3 { font-size: 10pt; margin: .5rem 0 .2rem }
  .summary ul { margin: 0 0 .3rem; padding-left: 1.1rem }
  .summary li { margin: .1rem 0 }
  .summary p { margin: 0 0 .25rem }
  .summary table { font-size: 7.5pt; line-height: 1.25 }
  .summary .table { margin: .3rem 0 }
  .summary th, .summary td { padding: .1rem .25rem }
  .summary figure { page: auto; column-span: all; margin: .4rem 0 0 }
  .summary .picture svg { max-height: 62mm }
  .summary figcaption { padding: .1rem 0; font-size: 7.5pt }
  .summary footer { display: none }
  .summary :has(> figure) > .pair { display: block }
  .picture svg { max-width: 100%; max-height: 164mm; margin: auto }
}
"#;
