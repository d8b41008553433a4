// What bpmn-js drew, held against what the file says and against good drawing.

import { collisions, meet } from './svg_geometry.mjs';

/** Runs in the page: imports the process and reads what is drawn, in the measure of the diagram. */
export async function measure(xml) {
  const viewer = new window.BpmnJS({ container: '#canvas' });
  const { warnings } = await viewer.importXML(xml);
  const [canvas, registry] = [viewer.get('canvas'), viewer.get('elementRegistry')];
  const { x: shiftX, y: shiftY } = document.querySelector('#canvas').getBoundingClientRect();
  const { x: viewX, y: viewY, scale } = canvas.viewbox();
  const inDiagram = (box) => ({
    left: (box.left - shiftX) / scale + viewX,
    right: (box.right - shiftX) / scale + viewX,
    top: (box.top - shiftY) / scale + viewY,
    bottom: (box.bottom - shiftY) / scale + viewY,
  });
  const [shapes, connections, labels] = [[], [], []];
  for (const element of registry.getAll()) {
    if (element === canvas.getRootElement()) continue;
    const graphics = registry.getGraphics(element);
    const visible = graphics?.querySelector('.djs-visual')?.childElementCount > 0;
    if (element.waypoints) {
      const points = element.waypoints.map(({ x, y }) => ({ x, y }));
      connections.push({ id: element.id, visible, points, source: element.source?.id, target: element.target?.id });
    } else if (!element.labelTarget) {
      const { x, y, width, height } = element;
      const box = { left: x, top: y, right: x + width, bottom: y + height };
      shapes.push({ id: element.id, type: element.type, visible, host: element.host?.id, parent: element.parent?.id, ...box });
    }
    const owner = element.labelTarget ?? element;
    const outside = Boolean(element.labelTarget);
    for (const text of graphics?.querySelectorAll(':scope > .djs-visual text') ?? []) {
      const lines = text.querySelectorAll('tspan').length ? text.querySelectorAll('tspan') : [text];
      for (const line of lines) {
        const words = line.textContent.trim();
        const rectangle = line.getBoundingClientRect();
        if (!words || rectangle.width < 0.5) continue;
        labels.push({ words, owner: owner.id, type: owner.type, outside, ...inDiagram(rectangle) });
      }
    }
  }
  return { warnings: warnings.map(({ message }) => message), shapes, connections, labels };
}

const CONNECTIONS = /^bpmn:(SequenceFlow|MessageFlow|Association|DataInputAssociation|DataOutputAssociation)$/;
const SHAPES = /^bpmn:(Participant|Lane|.*Task|CallActivity|SubProcess|.*Event|.*Gateway|TextAnnotation|DataObjectReference|DataStoreReference|Group)$/;

/** Every element of the semantic part that a diagram shows. */
function elements(definitions) {
  const [found, seen] = [[], new Set()];
  const visit = (element, inner) => {
    if (!element || seen.has(element)) return;
    seen.add(element);
    found.push(element);
    const { participants, messageFlows, flowElements, artifacts, laneSets, lanes, childLaneSet } = element;
    for (const list of [participants, messageFlows, flowElements, artifacts, lanes]) list?.forEach((one) => visit(one, inner));
    laneSets?.forEach((set) => set.lanes?.forEach((one) => visit(one, inner)));
    childLaneSet?.lanes?.forEach((one) => visit(one, inner));
    for (const one of [...(element.dataInputAssociations ?? []), ...(element.dataOutputAssociations ?? [])]) visit(one, inner);
    if (element.processRef) visit(element.processRef, inner);
  };
  for (const root of definitions.rootElements ?? []) {
    if (['bpmn:Collaboration', 'bpmn:Process'].includes(root.$type)) visit(root);
  }
  return found;
}

/** What the file says and the picture lacks. */
export function drawn(definitions, { shapes, connections }) {
  const problems = [];
  const have = new Map([...shapes, ...connections].map((one) => [one.id, one]));
  const wanted = elements(definitions).filter(({ $type }) => CONNECTIONS.test($type) || SHAPES.test($type));
  if (!wanted.length) problems.push('nothing to draw');
  for (const { id, $type } of wanted) {
    if (!have.has(id)) problems.push(`${$type} ${id} is not drawn`);
    else if (!have.get(id).visible) problems.push(`${$type} ${id} has no picture`);
  }
  return problems;
}

const within = (inner, outer, hair = 1) =>
  inner.left >= outer.left - hair && inner.right <= outer.right + hair &&
  inner.top >= outer.top - hair && inner.bottom <= outer.bottom + hair;

const area = (type) => /Participant|Lane|SubProcess|Group/.test(type);

/** Labels apart from each other and from foreign shapes, steps in their lanes, lines at their steps. */
export function geometry(definitions, { shapes, connections, labels }) {
  // A line of text reaches from ascender to descender; what is printed is a little lower.
  const tight = labels.map((label) => {
    const [width, height] = [label.right - label.left, label.bottom - label.top];
    const trim = 0.12 * Math.min(width, height);
    return width >= height || label.words.length < 3
      ? { ...label, top: label.top + trim, bottom: label.bottom - trim }
      : { ...label, left: label.left + trim, right: label.right - trim };
  });
  const problems = collisions(tight);
  const byId = new Map(shapes.map((shape) => [shape.id, shape]));

  for (const label of tight) {
    const own = byId.get(label.owner);
    if (own && !label.outside && !/Event|Gateway|Data/.test(label.type) && !within(label, own, 2)) {
      problems.push(`"${label.words}" reaches out of ${label.owner}`);
    }
    for (const shape of shapes) {
      if (shape.id === label.owner || area(shape.type)) continue;
      if (meet(label, shape)) problems.push(`"${label.words}" of ${label.owner} lies on ${shape.id}`);
    }
  }
  shapes.forEach((one, at) => {
    for (const two of shapes.slice(at + 1)) {
      if (area(one.type) || area(two.type) || one.host === two.id || two.host === one.id) continue;
      if (meet(one, two)) problems.push(`${one.id} lies on ${two.id}`);
    }
  });
  const pools = shapes.filter(({ type }) => type === 'bpmn:Participant');
  pools.forEach((one, at) => {
    for (const two of pools.slice(at + 1)) if (meet(one, two)) problems.push(`pool ${one.id} lies on pool ${two.id}`);
  });

  for (const element of elements(definitions)) {
    const box = byId.get(element.id);
    if (element.$type === 'bpmn:Lane' && box) {
      for (const node of element.flowNodeRef ?? []) {
        const inner = byId.get(node.id);
        if (inner && !within(inner, box)) problems.push(`${node.id} reaches out of its lane ${element.id}`);
      }
    }
    if (element.$type === 'bpmn:Participant' && box) {
      for (const node of elements({ rootElements: [element.processRef].filter(Boolean) })) {
        const inner = byId.get(node.id);
        if (inner && !within(inner, box)) problems.push(`${node.id} reaches out of its pool ${element.id}`);
      }
    }
  }

  for (const { id, points, source, target } of connections) {
    for (const [point, end] of [[points[0], source], [points.at(-1), target]]) {
      const box = byId.get(end);
      if (!box || !point) continue;
      const dot = { left: point.x, right: point.x, top: point.y, bottom: point.y };
      const deep = { left: box.left + 3, right: box.right - 3, top: box.top + 3, bottom: box.bottom - 3 };
      if (!within(dot, box, 3)) problems.push(`${id} does not reach ${end}`);
      else if (!/Gateway|Event/.test(box.type) && within(dot, deep, 0)) problems.push(`${id} ends inside ${end}`);
    }
    points.slice(1).forEach((to, at) => {
      const from = points[at];
      for (const shape of shapes) {
        if (area(shape.type) || [source, target].includes(shape.id)) continue;
        if (hits(from, to, shape, 2)) problems.push(`${id} runs through ${shape.id}`);
      }
      for (const label of tight) {
        if (label.owner !== id && hits(from, to, label, 1)) problems.push(`${id} runs through "${label.words}"`);
      }
    });
  }
  return { problems: [...new Set(problems)], good: `${labels.length} lines of text` };
}

/** Whether a line enters a box by more than a hair (Liang and Barsky's clipping). */
function hits(from, to, box, hair) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [enter, leave] = [0, 1];
  const sides = [
    [-dx, from.x - (box.left + hair)], [dx, box.right - hair - from.x],
    [-dy, from.y - (box.top + hair)], [dy, box.bottom - hair - from.y],
  ];
  for (const [slope, room] of sides) {
    if (slope === 0) {
      if (room < 0) return false;
    } else if (slope < 0) {
      enter = Math.max(enter, room / slope);
    } else {
      leave = Math.min(leave, room / slope);
    }
  }
  return enter < leave;
}
