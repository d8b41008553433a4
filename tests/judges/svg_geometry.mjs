// What a picture shows: its lines of text with their boxes, and what must not be in it.

/** Runs in the page. */
export function textBoxes() {
  const problems = [];
  const root = document.documentElement;
  if (root.tagName !== 'svg') return { problems: ['not an SVG document'], boxes: [], crossed: [], size: '' };
  for (const node of root.querySelectorAll('*')) {
    const tag = node.tagName.toLowerCase();
    if (['script', 'foreignobject', 'image', 'iframe'].includes(tag)) problems.push(`element ${tag}`);
    for (const { name, value } of node.attributes) {
      if (/^on/i.test(name)) problems.push(`attribute ${name}`);
      if (/(^|:)href$/i.test(name) && !value.startsWith('#')) problems.push(`reference to ${value}`);
      if (/url\(\s*['"]?(?!#)/i.test(value)) problems.push(`reference in ${name}: ${value}`);
    }
    if (tag === 'style' && /@import|url\(\s*['"]?(?!#)/i.test(node.textContent)) problems.push('reference in a style sheet');
  }
  const view = root.viewBox.baseVal;
  if (!view || !view.width) problems.push('no viewBox');
  if (!root.querySelector('title')) problems.push('no title');
  const frame = root.getBoundingClientRect();
  const boxes = [];
  for (const text of root.querySelectorAll('text')) {
    const lines = text.querySelectorAll('tspan').length ? text.querySelectorAll('tspan') : [text];
    for (const line of lines) {
      const words = line.textContent.trim();
      const { left, top, right, bottom } = line.getBoundingClientRect();
      if (!words || right - left < 0.5) continue;
      // A line of text reaches from ascender to descender; what is printed is a little lower.
      const upright = bottom - top <= right - left || words.length < 3;
      const trim = 0.12 * (upright ? bottom - top : right - left);
      const box = upright
        ? { left, right, top: top + trim, bottom: bottom - trim }
        : { left: left + trim, right: right - trim, top, bottom };
      boxes.push({ words, line, ...box });
      const inside = left >= frame.left - 1 && right <= frame.right + 1 && top >= frame.top - 1 && bottom <= frame.bottom + 1;
      if (!inside) problems.push(`"${words}" reaches out of the picture`);
    }
  }
  if (!boxes.length) problems.push('no text');
  // Outlines of lines and shapes that run through words. Each is followed in small steps. A filled
  // shape painted over the line and under the words (the badge of a number) hides the line.
  const follows = (one, two) => Boolean(two.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  const filled = [...root.querySelectorAll('path, polygon, rect, circle, ellipse')].filter(
    (shape) => !shape.closest('defs, marker, clipPath, mask') && getComputedStyle(shape).fill !== 'none',
  );
  for (const box of boxes) {
    box.under = filled.filter((shape) => {
      const { left, right, top, bottom } = shape.getBoundingClientRect();
      return follows(box.line, shape) && left <= box.left && right >= box.right && top <= box.top && bottom >= box.bottom;
    });
  }
  const crossed = new Set();
  for (const outline of root.querySelectorAll('path, line, polyline, polygon, rect, circle, ellipse')) {
    if (outline.closest('defs, marker, clipPath, mask') || getComputedStyle(outline).stroke === 'none') continue;
    const [length, matrix, { left, right, top, bottom }] =
      [outline.getTotalLength(), outline.getScreenCTM(), outline.getBoundingClientRect()];
    const near = boxes.filter((box) => box.left < right + 1 && box.right > left - 1 && box.top < bottom + 1 && box.bottom > top - 1);
    for (let at = 0; near.length && at <= length; at += 2) {
      const { x, y } = outline.getPointAtLength(at).matrixTransform(matrix);
      for (const box of near) {
        const through = x > box.left + 1 && x < box.right - 1 && y > box.top + 1 && y < box.bottom - 1;
        if (through && !box.under.some((shape) => follows(shape, outline))) crossed.add(`a line runs through "${box.words}"`);
      }
    }
  }
  for (const box of boxes) {
    delete box.line;
    delete box.under;
  }
  return { problems, boxes, crossed: [...crossed], size: `${view?.width} x ${view?.height}` };
}

/** Whether two boxes share more than a hair. */
export const meet = (one, two, hair = 1) =>
  Math.min(one.right, two.right) - Math.max(one.left, two.left) > hair &&
  Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top) > hair;

/** Lines of text that lie on each other. */
export function collisions(boxes) {
  const found = [];
  boxes.forEach((one, at) => {
    for (const two of boxes.slice(at + 1)) {
      if (meet(one, two)) found.push(`"${one.words}" lies on "${two.words}"`);
    }
  });
  return found;
}
