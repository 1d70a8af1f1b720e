// What is under the pointer wins: a click on a visible shape of a map opens that shape's region.

export const hits = 'a click on a shape of a map opens its region';

const widths = [1280, 768, 390];
const tall = 6000; // so that the whole map can be asked without scrolling
// Of all points of a map, and of those of one shape.
const enough = 0.99;
const enoughOfOne = 0.95;
// Of the points of a shape, so many may lie under names of other regions.
const mostNamed = 0.15;

// noteHits asks, for a grid of points in every shape of every map on the page, which link lies under the pointer: of the
// whole map, and of each part that can be brought near.
export async function noteHits(tab, page, report) {
  for (const width of widths) {
    await tab.setViewport({ width, height: tall });
    const parts = await tab.evaluate(showMap);
    for (const part of width === widths[0] ? parts : parts.slice(0, 1)) await noteHitsOf(tab, page, width, part, report);
  }
}

async function noteHitsOf(tab, page, width, part, report) {
  await tab.evaluate(showPart, part);
  const where = part ? `${width} px, ${part}` : `${width} px`;
  const fail = (message) => report.fail({ check: hits, page, rule: 'hits', message: `${message} at ${where}` });
  let points = 0, hit = 0;
  const shapes = await tab.evaluate(askShapes);
  for (const shape of shapes) {
    points += shape.points;
    hit += shape.hit;
    if (shape.hit < enoughOfOne * shape.points) {
      fail(`${shape.name}: ${shape.hit} of ${shape.points} points, others lead to ${shape.other}`);
    }
    if (shape.named > mostNamed * (shape.points + shape.named)) {
      fail(`${shape.name}: ${shape.named} of ${shape.points + shape.named} points lie under names of other regions`);
    }
  }
  if (shapes.length > 0 && (points === 0 || hit < enough * points)) fail(`${hit} of ${points} points open what they show`);
}

// The functions below run in the page.

// showMap chooses the map where the page shows tiles, and lists the parts that have a button, the whole first.
function showMap() {
  [...document.querySelectorAll('.as input[value=map]')].find((input) => input.closest('fieldset').checkVisibility())?.click();
  const parts = [...document.querySelectorAll('[data-zoom]')].map((button) => button.dataset.zoom);
  return parts.length > 0 ? parts : [''];
}

function showPart(part) {
  document.querySelector(`[data-zoom="${part}"]`)?.click();
}

function askShapes() {
  const steps = 14;
  const result = [];
  for (const map of document.querySelectorAll('svg.map')) {
    const shapes = [...map.querySelectorAll('a > path[class]')].filter((path) => !path.closest('.callout, .away'));
    const frame = map.getBoundingClientRect();
    for (const path of shapes) {
      const box = path.getBBox(), matrix = path.getScreenCTM();
      const found = { name: path.parentNode.getAttribute('href'), points: 0, hit: 0, named: 0, other: '' };
      for (let i = 1; i < steps; i++) {
        for (let j = 1; j < steps; j++) {
          const at = map.createSVGPoint();
          at.x = box.x + (box.width * i) / steps;
          at.y = box.y + (box.height * j) / steps;
          if (!path.isPointInFill(at)) continue;
          const seen = at.matrixTransform(matrix);
          if (seen.x < frame.left || seen.x >= frame.right || seen.y < frame.top || seen.y >= frame.bottom) continue;
          // Within a pixel of the border the browser rounds to either side.
          const back = matrix.inverse();
          const inside = [[1, 0], [-1, 0], [0, 1], [0, -1]].every(([dx, dy]) =>
            path.isPointInFill(new DOMPoint(seen.x + dx, seen.y + dy).matrixTransform(back)));
          if (!inside) continue;
          // A shape that is drawn later lies on top: it is what a reader sees there.
          const above = shapes.slice(shapes.indexOf(path) + 1).some((other) => {
            const back = seen.matrixTransform(other.getScreenCTM().inverse());
            return other.isPointInFill(back);
          });
          if (above) continue;
          const top = document.elementFromPoint(seen.x, seen.y), link = top?.closest('a');
          // The name of another region lies on top here: it is what a reader sees, and what a click opens.
          if (top?.matches('.callout text') && link.getAttribute('href') !== found.name) {
            found.named++;
            continue;
          }
          found.points++;
          if (link?.getAttribute('href') === found.name) found.hit++;
          else found.other ||= link?.getAttribute('href') ?? 'nothing';
        }
      }
      result.push(found);
    }
  }
  return result;
}
