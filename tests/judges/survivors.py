"""Damages shipped blocks in every way at every kind of place, and asks `gnc check` about each.

A kind of place is a path of keys (`process_alignment.messages[].sender`). At one place of each kind the value is
deleted, duplicated, renamed or given another type, its key is misspelt, or it changes places with the next: in a
framework, and in a profile of it. What `gnc check` does not notice, neither in the block as it is nor in the same
block declared published, survives. Each survivor needs a reason below, why the block still means something that
holds; one without a reason is a failure. The reasons are printed as `docs/rules/survivors.md`:

    python tests/judges/survivors.py target/release/gnc [--bless]
"""

import concurrent.futures
import hashlib
import json
import os
import pathlib
import sys
import tempfile
import subprocess

import yaml

TOP = pathlib.Path(__file__).resolve().parents[2]
PAGE = TOP / "docs/rules/survivors.md"
FRAMEWORK, PROFILE = "wco.co-push", "adj-con.co-push"
LAST = "published"
CHANGES = ["delete", "duplicate", "rename", "misspell", "retype", "reorder"]
TITLES = {
    "delete": "Left out",
    "rename": "Under another name",
    "reorder": "In another order",
    "retype": "Of another type",
    "duplicate": "Twice",
}

# Why a change that nothing notices leaves a block that holds: the change; the only block for which this is so, if
# not for both; the reason; the kinds of places, in full but for what stands under an open point.
REASONS = [
    ("delete", None, "An open point needs an owner and a day; what is said beside them helps the reader.",
     "*.open.note"),
    ("delete", PROFILE, "A profile says only what differs: without this, what the framework says holds.",
     """gnc block.kind block.languages business_case.name business_case.scope.agreement glossary[].definition
     process_alignment.data_cluster.code_lists[].base process_alignment.data_cluster.elements[].codes
     process_alignment.data_cluster.elements[].format process_alignment.data_cluster.elements[].requirement
     process_alignment.data_cluster.keys process_alignment.data_cluster.time_basis
     process_alignment.business_rules[] process_alignment.data_cluster.code_lists[]
     technical_interoperability.communication.mutual_authentication
     technical_interoperability.communication.protocol technical_interoperability.communication.syntax
     technical_interoperability.communication.tls technical_interoperability.security.signature
     technical_interoperability.service_interface.header.agency
     technical_interoperability.service_interface.header.customization
     technical_interoperability.service_interface.header.customization_version
     technical_interoperability.service_interface.version"""),
    ("delete", FRAMEWORK, "The part rests on a pattern: without this, what the pattern says holds.",
     """business_case.data_protection.confidentiality business_case.data_protection.personal_data
     business_case.governance.body business_case.governance.liability business_case.governance.termination
     business_case.governance.termination_notice business_case.legal_effect.signatures
     technical_interoperability.communication.acknowledgement_timeout
     technical_interoperability.communication.escalation technical_interoperability.communication.retries
     technical_interoperability.contingency.resend_order technical_interoperability.monitoring.reconciliation
     technical_interoperability.service_interface.header.agency
     technical_interoperability.service_interface.header.correlation_id
     technical_interoperability.service_interface.versioning.notice
     technical_interoperability.service_levels.availability technical_interoperability.service_levels.window
     technical_interoperability.testing.exit_criteria technical_interoperability.testing.parallel_from
     technical_interoperability.testing.parallel_until"""),
    ("delete", PROFILE, "What the profile had taken away is there again, as in the framework.",
     """process_alignment.business_rules[].omit process_alignment.data_cluster.code_lists[].codes[].omit
     process_alignment.processes[].out_of_scope"""),
    ("delete", PROFILE, "LEG-26 asks for the body of an authority; where no other is named, the customs "
     "administration of the Party acts, which stands under `parties`.",
     "process_alignment.entities[] process_alignment.entities[].bodies process_alignment.entities[].bodies[]"),
    ("delete", PROFILE, "The contact is that of the framework, with its Party.", "business_case.governance.contacts[].party"),
    ("delete", None, "What an annex may define, attach or exclude beyond what the rules ask for: without it, nothing "
     "is.",
     """annexes annexes[] annexes[].reference glossary glossary[] business_case.scope.exclusions
     business_case.scope.asymmetry business_case.governance.disputes"""),
    ("delete", None, "All goods that the agreement covers, every regime, every kind of proof: so wide is the scope "
     "where it is not narrowed.",
     "business_case.scope.goods business_case.scope.proofs business_case.scope.proofs[] business_case.scope.regimes "
     "business_case.scope.regimes[]"),
    ("delete", None, "The direction begins with the annex.", "business_case.scope.directions[].start"),
    ("delete", None, "Who asked for a change, how a benefit is measured, what a provision says in short, what an "
     "element or step has to be noted: helps for the reader.",
     """block.history[].by business_case.benefits[].measure business_case.legal_basis[].summary
     process_alignment.processes[].steps[].note
     process_alignment.processes[].purpose
     technical_interoperability.service_interface.operations[].summary"""),
    ("delete", None, "LEG-18 asks for the clause; the day and the notice are then those of the agreement.",
     """business_case.governance.contact_notice business_case.governance.effective
     business_case.governance.maintenance_requests
     business_case.governance.suspension_notice
     business_case.data_protection.breach_notice"""),
    ("delete", None, "LEG-20 asks who is to be reached and how; office, hours and languages make it easier.",
     """business_case.governance.contacts[].always
     business_case.governance.contacts[].hours business_case.governance.contacts[].languages
     business_case.governance.contacts[].languages[] business_case.governance.contacts[].office"""),
    ("delete", None, "The period holds for every message that no other entry names.",
     "business_case.data_protection.retention[].messages"),
    ("delete", None, "One of several of its kind: the others still serve, and only its author knows what it was for.",
     """block.languages[] business_case.benefits[] business_case.legal_basis[]
     business_case.legal_basis[].enables[] process_alignment.data_cluster.keys[]
     process_alignment.processes[].steps[].rules[] technical_interoperability.monitoring.indicators[]"""),
    ("delete", None, "A rule is a sentence or an expression; PRC-26 asks for one of them.",
     "process_alignment.business_rules[].statement"),
    ("delete", None, "The rule is evaluated where a step names it, or with the message that `when` says; PRC-26 asks "
     "for one of them.",
     "process_alignment.business_rules[].when process_alignment.processes[].steps[].rules"),
    ("delete", None, "What follows is what the steps behind the rule say; PRC-20 asks more of matching.",
     """process_alignment.business_rules[].otherwise process_alignment.business_rules[].otherwise.action
     process_alignment.business_rules[].otherwise.code process_alignment.business_rules[].otherwise.severity"""),
    ("delete", None, "The list is narrower or wider by what is left out, as its maintainer decides: a list without "
     "codes is kept elsewhere, by its maintainer, in the version stated.",
     """process_alignment.data_cluster.code_lists[].codes process_alignment.data_cluster.code_lists[].codes[]
     process_alignment.data_cluster.code_lists[].codes[].meaning process_alignment.data_cluster.code_lists[].mapping
     process_alignment.data_cluster.code_lists[].user_codes process_alignment.data_cluster.code_lists[].user_codes[]"""),
    ("delete", None, "Of condition and expression one remains (DAT-08).",
     "process_alignment.data_cluster.elements[].condition.text process_alignment.data_cluster.elements[].condition.when"),
    ("delete", None, "Without this the maximum dataset holds, or what is said of the element for all messages.",
     """process_alignment.data_cluster.elements[].occurs
     process_alignment.data_cluster.elements[].requirement.cancellation
     process_alignment.messages[].subset[].occurs process_alignment.messages[].subset[].requirement"""),
    ("delete", None, "An element less: which ones are needed DAT-27, DAT-30 to DAT-33 say, and the rest only the Parties.",
     "process_alignment.data_cluster.elements[] process_alignment.messages[].subset[]"),
    ("delete", FRAMEWORK, "The data model names the code list of the element itself.",
     "process_alignment.data_cluster.elements[].codes"),
    ("delete", None, "The message then carries every element below its root.", "process_alignment.messages[].subset"),
    ("delete", None, "A process that another rule does not ask for, and that was left out with its reason.",
     "process_alignment.processes[]"),
    ("delete", FRAMEWORK, "Each message that the trigger sends has another one (PRC-05).", "process_alignment.triggers[]"),
    ("delete", FRAMEWORK, "PRC-38 asks for the transitions that the steps bring about, and this is none of them.",
     "process_alignment.lifecycle.transitions[]"),
    ("delete", None, "STR-11 asks for the entry of the present version; earlier ones are past.", "block.history[]"),
    ("delete", None, "The element serves what its class serves.",
     "process_alignment.data_cluster.elements[].purposes"),
    ("delete", None, "Several editions of the Harmonized System need a correlation (DAT-16); one does not.",
     "process_alignment.data_cluster.hs_correlation"),
    ("delete", None, "DAT-19 asks it of a UCR, DAT-20 scope and parts of every key.",
     "process_alignment.data_cluster.keys[].issued_by process_alignment.data_cluster.keys[].period"),
    ("delete", None, "The name of a fact in expressions says what it is; the entity that evaluates the rule holds it.",
     "process_alignment.facts[].held_by process_alignment.facts[].name"),
    ("delete", None, "A change of state may come without a message; PRC-38 compares states and steps.",
     "process_alignment.lifecycle.transitions[].message"),
    ("delete", None, "The message goes one way only. Whether the other side sends it, PRC-08 and PRC-33 ask of the "
     "steps.", "process_alignment.messages[].both_ways"),
    ("delete", None, "The message needs no function of its own: name and root tell it from the others.",
     "process_alignment.messages[].function"),
    ("delete", None, "The end of the process is not drawn as a failure; its name says so still.",
     "process_alignment.processes[].steps[].failure"),
    ("delete", None, "The process is that of the step which sends the message.", "process_alignment.triggers[].process"),
    ("delete", None, "Path and version of the operation follow from its message and from the interface.",
     "technical_interoperability.service_interface.operations[].path "
     "technical_interoperability.service_interface.operations[].version"),

    ("delete", FRAMEWORK, "What is not given to a pattern has the words of the pattern.",
     """technical_interoperability.architecture.pattern business_case.governance.contacts[].with
     business_case.governance.contacts[].with.issue business_case.governance.contacts[].with.policy
     business_case.governance.contacts[].with.technical business_case.governance.contacts[].with.verification
     business_case.governance.with business_case.governance.with.the_instrument
     technical_interoperability.security.with technical_interoperability.security.with.the_signatory"""),
    ("delete", FRAMEWORK, "What a matching compares beside the rules is help for its reader, as is the result it gives.",
     """process_alignment.matchings process_alignment.matchings[] process_alignment.matchings[].name
     process_alignment.matchings[].among process_alignment.matchings[].messages[]
     process_alignment.business_rules[].otherwise.result"""),

    ("rename", None, "Nothing refers to it by its name: under another one it means the same.",
     """annexes[].id block.id business_case.benefits[].id business_case.data_protection.retention[].id
     business_case.governance.contacts[].id business_case.legal_basis[].id glossary[].id
     process_alignment.data_cluster.keys[].id process_alignment.lifecycle.transitions[].id
     process_alignment.triggers[].id process_alignment.matchings[].id technical_interoperability.monitoring.indicators[].id
     technical_interoperability.service_interface.operations[].id technical_interoperability.testing.phases[].id"""),
    ("rename", None, "Words that the Parties choose freely, and that no list has.",
     """annexes[].reference business_case.legal_basis[].provision
     process_alignment.data_cluster.code_lists[].version process_alignment.data_cluster.keys[].standard
     process_alignment.messages[].name
     technical_interoperability.service_interface.header.customization
     technical_interoperability.service_interface.header.customization_version
     technical_interoperability.service_interface.operations[].path"""),
    ("rename", None, "The Parties choose the code; what it means stands beside it.",
     "process_alignment.data_cluster.code_lists[].user_codes[].code"),

    ("retype", FRAMEWORK, "A parameter of another type gives a pattern nothing, and the words of the pattern hold.",
     """business_case.governance.with.the_instrument technical_interoperability.security.with.the_signatory"""),
    ("duplicate", FRAMEWORK, "The same pattern twice gives each of its entries once.",
     "business_case.governance.contacts[]"),

    ("reorder", None, "The annex prints these as they stand; each says the same wherever it stands.",
     """annexes[] block.history[] block.languages[] block.parties[] business_case.benefits[]
     business_case.data_protection.retention[] business_case.data_protection.retention[].messages[]
     business_case.governance.contacts[] business_case.governance.contacts[].languages[]
     business_case.legal_basis[] business_case.legal_basis[].enables[] business_case.purposes[]
     business_case.scope.proofs[] business_case.scope.regimes[] glossary[] process_alignment.business_rules[]
     process_alignment.entities[] process_alignment.facts[] process_alignment.messages[]
     process_alignment.processes[] process_alignment.triggers[]
     process_alignment.matchings[].messages[]
     technical_interoperability.architecture.ends[] technical_interoperability.monitoring.indicators[]
     technical_interoperability.service_interface.errors[] technical_interoperability.service_interface.operations[]
     technical_interoperability.testing.phases[] technical_interoperability.testing.phases[].covers[]"""),
    ("reorder", None, "Steps and states follow each other by their flows and transitions, not by their order.",
     """process_alignment.processes[].steps[] process_alignment.processes[].steps[].outcomes[]
     process_alignment.processes[].steps[].rules[] process_alignment.lifecycle.states[]
     process_alignment.lifecycle.transitions[]"""),
    ("reorder", None, "Elements stand in the order of the dataset whatever that of the block, and codes are looked up.",
     """process_alignment.data_cluster.code_lists[] process_alignment.data_cluster.code_lists[].codes[]
     process_alignment.data_cluster.code_lists[].user_codes[] process_alignment.data_cluster.elements[]
     process_alignment.data_cluster.elements[].purposes[] process_alignment.data_cluster.keys[]
     process_alignment.data_cluster.keys[].elements[] process_alignment.messages[].subset[]"""),
]


def spots(node, way=(), kind=""):
    """Every place below a node: the way to it, and the kind of place. A text is one value: that each language is
    there has rules and tests of its own."""
    if isinstance(node, dict) and not node.keys() <= {"en", "fr", "translated"}:
        for key, value in node.items():
            name = f"{kind}.{key}" if kind else key
            yield way + (key,), name
            yield from spots(value, way + (key,), name)
    elif isinstance(node, list):
        for at, item in enumerate(node):
            yield way + (at,), kind + "[]"
            yield from spots(item, way + (at,), kind + "[]")


def changed(parent, last, change):
    """A mapping or list with one change at one place; nothing where the change says nothing there."""
    value = parent[last]
    if isinstance(parent, list):
        before, after = parent[:last], parent[last + 1 :]
        if change == "delete":
            return before + after
        if change == "duplicate":
            return before + [value, value] + after
        if change == "rename" and isinstance(value, str):
            return before + [value + "Renamed"] + after
        if change == "retype":
            return before + [other(value)] + after
        if change == "reorder" and after and after[0] != value:
            return before + [after[0], value] + after[1:]
    else:
        if change == "delete":
            return {key: it for key, it in parent.items() if key != last}
        if change == "misspell":
            return {last + "s" if key == last else key: it for key, it in parent.items()}
        if change == "rename" and isinstance(value, str):
            return parent | {last: value + "Renamed"}
        if change == "retype":
            return parent | {last: other(value)}
        # A key stands once, and the order of keys says nothing: `gnc fmt` gives them theirs.
    return None


def other(value):
    """Something of another type."""
    return {"a": "x"} if isinstance(value, list) else ["x"]


def damaged(node, way, change):
    """The block with one change at one place, beside what it shares with the sound one."""
    if len(way) == 1:
        return changed(node, way[0], change)
    part = damaged(node[way[0]], way[1:], change)
    if part is None:
        return None
    copied = node.copy()
    copied[way[0]] = part
    return copied


def spoken(root, way):
    """The way with names in the place of numbers: it stays the same when something is added elsewhere."""
    node, names = root, []
    for step in way:
        node = node[step]
        if isinstance(step, int) and isinstance(node, dict):
            step = next((node[key] for key in ("id", "path", "code") if isinstance(node.get(key), str)), step)
        names.append(str(step))
    return "/".join(names)


def grown(root):
    """The block as if it had come all the way: much is asked for only then."""
    control = root.get("block")
    if not isinstance(control, dict):
        return root
    return root | {"block": control | {"status": LAST}}


class Subject:
    """A block, and the folder it is checked in: for itself, or beside the framework it rests on."""

    def __init__(self, gnc, block, folder):
        self.gnc, self.block, self.folder = gnc, block, folder
        if block != FRAMEWORK:
            text = (TOP / f"utility-blocks/{FRAMEWORK}.yaml").read_bytes()
            (folder / f"{FRAMEWORK}.yaml").write_bytes(text)
        text = (TOP / f"utility-blocks/{block}.yaml").read_text("utf-8")
        # Text without types: what `gnc` would read as a date or number is quoted, and read as one all the same.
        self.root = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
        self.known = self.found(self.root, "known")
        self.late = self.found(grown(self.root), "late")

    def found(self, root, name):
        """How often each finding is there, wherever it stands."""
        path = self.folder / f"{name}.yaml"
        # JSON is YAML, and quicker to write.
        path.write_text(json.dumps(root, ensure_ascii=False), "utf-8")
        command = [self.gnc, "check", "--format", "json", path]
        run = subprocess.run(command, capture_output=True, check=False)
        path.unlink()
        if run.returncode not in (0, 1):
            sys.exit(f"gnc ended with {run.returncode} on {name}: {run.stderr.decode()[:2000]}")
        tally = {}
        for finding in json.loads(run.stdout)["findings"]:
            key = (finding["rule"], finding["message"])
            tally[key] = tally.get(key, 0) + 1
        return tally

    def notices(self, job):
        """Whether there is a finding more than in the sound block, now or once it has come all the way."""
        number, change, way = job
        root = damaged(self.root, way, change)
        for known, root in [(self.known, root), (self.late, grown(root))]:
            found = self.found(root, f"m{number}")
            if any(n > known.get(key, 0) for key, n in found.items()):
                return True
        return False

    def tries(self):
        kinds = {}
        for way, kind in spots(self.root):
            kinds.setdefault(kind, []).append(way)
        for kind, ways in sorted(kinds.items()):
            mixed = lambda way: hashlib.sha256(f"{kind} {spoken(self.root, way)}".encode()).digest()
            ways.sort(key=mixed)
            for change in CHANGES:
                # Where the change says nothing at one place, the next is as good.
                fit = (way for way in ways if damaged(self.root, way, change) is not None)
                way = next(fit, None)
                if way is not None:
                    yield change, kind, way


def excused(change, block, kind):
    for of, only, _, places in REASONS:
        if of == change and only in (None, block):
            for place in places.split():
                if place == kind or place.startswith("*") and kind.endswith(place[1:]):
                    return of, only, place
    return None


def page():
    lines = [
        "# What no rule notices",
        "",
        "`tests/judges/survivors.py` damages two shipped blocks, a framework and a profile of it, at one place of "
        "every kind: it leaves the value out, writes it twice, gives it another name or another type, misspells its "
        "key, or lets it change places with the next. It then asks `gnc check` whether anything is found in the block "
        "as it is, or in the same block declared published. This page, which it writes too, lists what may go "
        "unnoticed, and why the block still says something that holds. Whatever else is not noticed fails.",
        "",
        "No misspelt key goes unnoticed, and outside the parameters of patterns nothing that is written twice or is "
        "of another type.",
    ]
    for change, title in TITLES.items():
        lines += ["", f"## {title}"]
        for of, only, why, places in REASONS:
            if of == change:
                where = {FRAMEWORK: " (In a framework.)", PROFILE: " (In a profile.)"}.get(only, "")
                lines += ["", why + where, ""]
                lines += [f"- `{place}`" for place in sorted(places.split())]
    return "\n".join(lines) + "\n"


def main():
    gnc, bless = os.path.abspath(sys.argv[1]), "--bless" in sys.argv[2:]
    missing, needed, made, missed = [], set(), 0, 0
    with tempfile.TemporaryDirectory() as work:
        for block in (FRAMEWORK, PROFILE):
            folder = pathlib.Path(work) / block
            folder.mkdir()
            subject = Subject(gnc, block, folder)
            jobs = list(subject.tries())
            with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
                numbered = [(at, change, way) for at, (change, _, way) in enumerate(jobs)]
                noticed = list(pool.map(subject.notices, numbered))
            tally = {}
            for (change, kind, way), seen in zip(jobs, noticed):
                tried, lost = tally.get(change, (0, 0))
                tally[change] = (tried + 1, lost + (not seen))
                if not seen:
                    entry = excused(change, block, kind)
                    needed.add(entry)
                    if entry is None:
                        missing.append(f"{change} {kind} ({block}: {spoken(subject.root, way)})")
            for change, (tried, lost) in tally.items():
                print(f"{block}, {change}: {tried} made, {lost} not noticed")
                made, missed = made + tried, missed + lost
    print(f"{made} changes, {missed} not noticed")
    for of, only, _, places in REASONS:
        for place in places.split():
            if (of, only, place) not in needed:
                print(f"noticed today, though excused: {of} {place}{' in ' + only if only else ''}")
    for it in missing:
        print(f"nothing notices this, and no reason is given: {it}")
    text = page()
    if bless:
        PAGE.write_text(text, "utf-8")
    stale = not PAGE.is_file() or PAGE.read_text("utf-8") != text
    if stale:
        print(f"{PAGE.relative_to(TOP)} is not up to date: run with --bless")
    sys.exit(bool(missing) or stale)


if __name__ == "__main__":
    main()
