"""Stubs in each language, judged by the compiler of the language, by each other, and by `gnc message`.

    stubs.py GNC WORK BLOCK...

For each block: the stub of each language compiles without a warning and passes its own smoke test;
what it reads and refuses is what `gnc message validate` reads and refuses, for messages of
`gnc message sample` that are good and that break one constraint each, and for texts that are hostile
to readers; then every client sends good and bad messages to every server over loopback.

One block more is made from the example of the rules: its names and texts mean something to compilers.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
EXAMPLE = os.path.join(HERE, "..", "..", "src", "check", "example.yaml")
FAULTS_SENT = 6  # of each message, to each server
# What ends a comment, a literal, a template, a line, a document; what turns the direction of writing.
HOSTILE = ("*/ }} \"\"\" ''' \\u000a \\u002a/ ${process.exit(3)} `${0}` #{1} {0} %s @@ORIGIN@@ ]]> --> <b>&amp; "
           "@Deprecated {@code x} \n//! x \r\n/// y \u2028 z \u2029 \u202e rtl \u0000x \ud83d\ude00 | \\")
# Names that are types or words of a language, that differ in case alone, or that every object has.
NAMES = {
    "name: CertificateOfOrigin": "name: String",
    "name: TechnicalReceipt": "name: Handler",
    "name: BusinessResponse": "name: handler",
    "name: VerificationRequest": "name: Option",
    "name: VerificationResult": "name: self",
    "id: receive-certificate,": "id: class,",
    "id: receive-receipt,": "id: match,",
    "id: receive-receipt-inbound": "id: Match",
    "id: receive-response": "id: constructor",
    "id: receive-verification-request": "id: wait",
    "id: receive-verification-result": "id: self",
    "code: E-ITEM": "code: constructor",
    "code: E-QTY": "code: class",
    "code: E-DATE": "code: 1.fn-",
    "code: E-NUMBER": "code: Class",
    "id: exa-exb.co-push": "id: 9class.impl",
}
passed, failed = 0, []


def verdict(ok, said):
    global passed
    if ok:
        passed += 1
    else:
        failed.append(said)
        print(f"FAILED {said}", flush=True)
    return ok


def run(*command, cwd=None, env=None, timeout=600):
    ran = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, cwd=cwd,
                         env={**os.environ, **(env or {})}, timeout=timeout)
    return ran.returncode, ran.stdout + ran.stderr


class Java:
    """javac with every warning an error; Jackson is Debian's."""

    id = "java"
    repository = "/usr/share/maven-repo"
    jars = [f"/usr/share/java/jackson-{it}.jar" for it in ("core", "databind", "annotations")]

    def __init__(self, work):
        pass

    def path(self, folder):
        return os.pathsep.join([os.path.join(folder, "out"), os.path.join(folder, "src/main/resources"), *self.jars])

    def build(self, folder):
        sources = [os.path.join(at, name) for at, _, names in os.walk(os.path.join(folder, "src"))
                   for name in names if name.endswith(".java")]
        self.package = next(os.path.relpath(os.path.dirname(it), os.path.join(folder, "src/main/java")).replace("/", ".")
                            for it in sources if it.endswith("/Model.java"))
        listed = os.path.join(folder, "sources.txt")
        with open(listed, "w", encoding="utf-8") as file:
            file.writelines(f'"{it}"\n' for it in sorted(sources))
        return run("javac", "-Xlint:all", "-Werror", "-proc:none", "--release", "17", "-encoding", "UTF-8",
                   "-cp", os.pathsep.join(self.jars), "-d", os.path.join(folder, "out"), "@" + listed)

    def smoke(self, folder):
        return run("java", "-cp", self.path(folder), self.package + ".SmokeTest")

    def maven(self, folder):
        """The Maven file: compiled, tried and packed by Debian's plugins, whose versions are not those it names."""
        given = {"jackson.version": "com/fasterxml/jackson/core/jackson-databind",
                 "exec.plugin.version": "org/codehaus/mojo/exec-maven-plugin"}
        for it in ("compiler", "jar", "resources", "surefire"):
            given[f"{it}.plugin.version"] = f"org/apache/maven/plugins/maven-{it}-plugin"
        settings = os.path.join(folder, "settings.xml")
        with open(settings, "w", encoding="utf-8") as file:
            file.write(f"<settings><localRepository>{self.repository}</localRepository><offline>true</offline></settings>")
        versions = []
        for name, path in given.items():
            # `2.x` is the one that Debian's other Java packages depend on.
            there = os.listdir(os.path.join(self.repository, path))
            newest = max(there, key=lambda it: [int(part) if part.isdigit() else 999 for part in it.split(".")])
            versions.append(f"-D{name}={newest}")
        code, said = run("mvn", "-B", "-o", "-s", settings, "package", *versions, cwd=folder)
        tried = re.search(r"^\d+ checks passed$", re.sub(r"\x1b\[[0-9;]*m", "", said), re.M)
        packed = any(it.endswith(".jar") for it in os.listdir(os.path.join(folder, "target"))) if code == 0 else False
        return code == 0 and bool(tried) and packed and "WARNING] /" not in said, said

    def trial(self, folder, *arguments):
        return ["java", "-cp", self.path(folder), self.package + ".Trial", *arguments]


class TypeScript:
    """tsc with the settings that the stub brings: strict, and more than that."""

    id = "typescript"

    def __init__(self, work):
        self.modules = os.path.join(HERE, "node_modules")

    def build(self, folder):
        link = os.path.join(folder, "node_modules")
        if not os.path.lexists(link):
            os.symlink(self.modules, link)
        return run("node", os.path.join(self.modules, "typescript/bin/tsc"), cwd=folder)

    def smoke(self, folder):
        return run("node", "--test", "dist/smoke.test.js", cwd=folder)

    def trial(self, folder, *arguments):
        return ["node", os.path.join(folder, "dist/trial.js"), *arguments]


class Rust:
    """rustc with every warning an error; what stubs depend on is compiled once for all of them."""

    id = "rust"

    def __init__(self, work):
        self.target = os.path.join(work, "target")
        self.secured = False
        self.env = {"CARGO_TARGET_DIR": self.target, "RUSTFLAGS": "-D warnings", "CARGO_PROFILE_DEV_DEBUG": "0",
                    "CARGO_INCREMENTAL": "0", "CARGO_TERM_COLOR": "never"}

    def cargo(self, folder, *arguments):
        # Without TLS, which the client gets from reqwest and no text of a block can reach; see `secure`.
        return run("cargo", *arguments, "--no-default-features", cwd=folder, env=self.env, timeout=1200)

    def build(self, folder):
        # The versions that were tried; the package itself is another one in each stub.
        with open(os.path.join(HERE, "stubs.Cargo.lock"), encoding="utf-8") as file:
            lock = file.read()
        with open(os.path.join(folder, "Cargo.toml"), encoding="utf-8") as file:
            self.package = re.search('^name = "(.*)"', file.read(), re.M).group(1)
        with open(os.path.join(folder, "Cargo.lock"), "w", encoding="utf-8") as file:
            file.write(lock.replace("gnc-stub", self.package))
        code, said = self.cargo(folder, "build", "--bins", "--test", "smoke")
        if code == 0:
            shutil.copy2(os.path.join(self.target, "debug", "trial"), os.path.join(folder, "trial"))
        # Cargo speaks of what it does as warnings; those of the compiler are errors.
        return code, "" if code == 0 else said

    def smoke(self, folder):
        return self.cargo(folder, "test", "--test", "smoke")

    def secure(self, folder):
        """The stub as it is generated: with TLS. What that depends on takes minutes, so one block does it."""
        if self.secured:
            return 0, ""
        self.secured = True
        return run("cargo", "check", "--bins", cwd=folder, env=self.env, timeout=1800)

    def trial(self, folder, *arguments):
        return [os.path.join(folder, "trial"), *arguments]


LANGUAGES = [Java, TypeScript, Rust]


class Gateway:
    """A server of a stub that answers with samples."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL, text=True)
        self.address = self.process.stdout.readline().strip()

    def stop(self):
        self.process.kill()
        self.process.wait()


def mutants(xml, text):
    """Texts that no reader may take for a message, each with what is wrong with it."""
    body = xml.split("?>", 1)[1]
    root = re.search(r"<(\w+) xmlns=\"[^\"]*\" xmlns:ds", body).group(1)
    first = re.search(rf"<{root} [^>]*>\s*(<(\w+)>[^<]*</\2>)\s*(<(\w+)>[^<]*</\4>)", body)
    yield "xml", "document type", "<!DOCTYPE MetaData []>" + body
    yield "xml", "entity", body.replace(first.group(1), f"<{first.group(2)}>&x;</{first.group(2)}>", 1)
    yield "xml", "unknown element", body.replace(f"</{root}>", f"<Strange/></{root}>")
    yield "xml", "unknown attribute", body.replace(first.group(1), first.group(1).replace(">", ' a="b">', 1), 1)
    yield "xml", "order", body.replace(first.group(1), "", 1).replace(
        first.group(3), first.group(3) + first.group(1), 1)
    yield "xml", "twice", body.replace(first.group(1), first.group(1) * 2, 1)
    yield "xml", "text between elements", body.replace(f"</{root}>", f"x</{root}>")
    yield "xml", "other namespace", body.replace("urn:gnc:datamodel:", "urn:other:", 1)
    yield "xml", "no end", body.replace("</MetaData>", "")
    yield "xml", "more behind it", body + "<more/>"
    yield "xml", "deep", body.replace(f"</{root}>", "<a>" * 5000 + "</a>" * 5000 + f"</{root}>")
    tree = json.loads(text)
    document = next(key for key, value in tree.items() if isinstance(value, dict))
    name = next(iter(tree[document]))
    yield "json", "unknown property", json.dumps({**tree, "strange": 1})
    yield "json", "__proto__", text.replace("{", '{"__proto__": {},', 1)
    yield "json", "twice", text.replace("{", '{"wcoTypeName": "x",', 1)
    yield "json", "null", json.dumps({**tree, document: {**tree[document], name: None}})
    yield "json", "a list", json.dumps({**tree, document: [tree[document]]})
    yield "json", "no document", json.dumps({key: it for key, it in tree.items() if key != document})
    yield "json", "deep", "[" * 5000 + "]" * 5000
    yield "json", "no end", text.rstrip()[:-1]
    yield "json", "half a character", text.replace(json.dumps(tree[document][name]), '"\\ud800"', 1)
    yield "json", "empty", ""


def wire(stub):
    """The operations and codes of a stub, as its data says them."""
    with open(stub, encoding="utf-8") as file:
        text = file.read()
    return json.loads(re.sub(r",(\s*[}\]])", r"\1", text[text.index("= {") + 2:].rstrip().rstrip(";")))


def judge(gnc, work, block, languages, pairs=True):
    name = os.path.splitext(os.path.basename(block))[0]
    here = os.path.join(work, name)
    shutil.rmtree(here, ignore_errors=True)
    stubs = []
    for language in languages:
        folder = os.path.join(here, language.id)
        code, said = run(gnc, "stub", "--block", block, "--lang", language.id, "--out", folder)
        if not verdict(code == 0, f"{name}: gnc stub --lang {language.id}: {said[-2000:]}"):
            continue
        begun = time.monotonic()
        code, said = language.build(folder)
        if not verdict(code == 0 and "warning" not in said.lower(), f"{name}: {language.id} compiles: {said[-4000:]}"):
            continue
        code, said = language.smoke(folder)
        verdict(code == 0, f"{name}: {language.id} smoke test: {said[-4000:]}")
        print(f"  {name} {language.id}: compiled and tried in {time.monotonic() - begun:.0f} s", flush=True)
        if pairs and isinstance(language, Java):
            ok, said = language.maven(folder)
            verdict(ok, f"{name}: mvn package: {said[-3000:]}")
        if pairs and isinstance(language, Rust):
            code, said = language.secure(folder)
            verdict(code == 0 and "warning:" not in said, f"{name}: rust with TLS: {said[-4000:]}")
        stubs.append((language, folder))
    if not pairs or not stubs:
        return
    model = wire(os.path.join(here, "typescript", "src", "model.ts"))
    messages = os.path.join(here, "messages")
    code, said = run(gnc, "message", "sample", "--block", block, "--out", messages, "--count", "2", "--faults")
    verdict(code == 0, f"{name}: gnc message sample: {said[-2000:]}")
    with open(os.path.join(messages, "index.json"), encoding="utf-8") as file:
        index = json.load(file)
    operation = {}
    for it in model["operations"]:
        operation.setdefault(model["messages"][it["message"]]["id"], it["id"])
    some = next(iter(operation.values()))
    readings, sendings = [], []  # (operation, syntax, how, file, expected)
    sent = {}
    schema = "refused " + model["categories"]["schema"]["code"]
    for it in index:
        at = operation.get(it["message"], some)
        for syntax in model["syntaxes"]:
            path = os.path.join(messages, it[syntax])
            if it["valid"]:
                if it["message"] in operation:
                    sendings.append((at, syntax, "typed", path, "accepted"))
                continue
            readings.append((at, syntax, "typed", path, "invalid"))
            sent[it["message"], syntax] = count = sent.get((it["message"], syntax), 0) + 1
            if count % 7 == 1 and count < 7 * FAULTS_SENT and it["message"] in operation:
                sendings.append((at, syntax, "bytes", path, schema))
    good = next(it for it in index if it["valid"] and it["message"] in operation)
    with open(os.path.join(messages, good["xml"]), encoding="utf-8") as file:
        xml = file.read()
    with open(os.path.join(messages, good["json"]), encoding="utf-8") as file:
        text = file.read()
    for n, (syntax, why, mutant) in enumerate(mutants(xml, text)):
        if syntax not in model["syntaxes"]:
            continue
        path = os.path.join(messages, f"mutant-{n}.{syntax}")
        with open(path, "w", encoding="utf-8") as file:
            file.write(mutant)
        code, said = run(gnc, "message", "validate", "--block", block, path)
        verdict(code == 1, f"{name}: gnc accepts a message with {why}: {said}")
        readings.append((operation[good["message"]], syntax, "typed", path, "invalid"))
        sendings.append((operation[good["message"]], syntax, "bytes", path, schema))
    other = [it for it in operation if it != good["message"]]
    for syntax in model["syntaxes"]:
        if other:
            path = os.path.join(messages, good[syntax])
            sendings.append((operation[other[0]], syntax, "bytes", path, schema))
    for server, served in stubs:
        gateway = Gateway(server.trial(served, "serve"))
        try:
            for client, folder in stubs:
                lines = sendings + (readings if client is server else [])
                listed = os.path.join(here, f"{client.id}-{server.id}.tsv")
                with open(listed, "w", encoding="utf-8") as file:
                    file.writelines("\t".join(it[:4]) + "\n" for it in lines)
                code, said = run(*client.trial(folder, "send", gateway.address, listed))
                answers = said.splitlines()
                pair = f"{name}: {client.id} to {server.id}"
                if not verdict(code == 0 and len(answers) == len(lines), f"{pair}: {len(answers)} of {len(lines)} answers: {said[-2000:]}"):
                    continue
                for line, answer in zip(lines, answers):
                    ok = answer == line[4] or answer.startswith(line[4] + " ")
                    verdict(ok, f"{pair}: {' '.join(line[:3])} {os.path.relpath(line[3], work)}: {answer}, not {line[4]}")
                print(f"  {pair}: {len(lines)} messages", flush=True)
        finally:
            gateway.stop()


def hostile(folder):
    """A block whose names and texts are hostile to compilers."""
    with open(EXAMPLE, encoding="utf-8") as file:
        text = file.read()
    for given, bad in NAMES.items():
        assert given in text, given
        text = text.replace(given, bad)
    # A text in YAML's double quotes is one of JSON.
    quoted = lambda it: f"en: {json.dumps(it.group(1) + ' ' + HOSTILE)}, fr: {json.dumps(it.group(2) + ' ' + HOSTILE)}}}"
    text, count = re.subn(r"en: ([^,{}'\"\[]+), fr: ([^,{}'\"\[]+)}", quoted, text)
    assert count > 100, count
    path = os.path.join(folder, "hostile.yaml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def main():
    gnc, work, *blocks = sys.argv[1:]
    work = os.path.abspath(work)
    os.makedirs(work, exist_ok=True)
    languages = [it(work) for it in LANGUAGES]
    for block in blocks:
        judge(os.path.abspath(gnc), work, block, languages)
    judge(os.path.abspath(gnc), work, hostile(work), languages, pairs=False)
    print(f"{passed} passed, {len(failed)} failed")
    sys.exit(1 if failed else 0)


main()
