// What can be made wrong in a source, one thing at a time.
import { parseSync } from 'vite';

const SWAPS = { '===': '!==', '!==': '===', '<': '<=', '<=': '<', '>': '>=', '>=': '>', '+': '-', '-': '+', '*': '/', '/': '*', '&&': '||', '||': '&&', '%': '*' };

/** All that can be made wrong in a source: where, and with what in its place. */
export function faultsOf(text) {
  const faults = [];
  const replace = ({ start, end }, by) => faults.push({ start, end, by });
  function visit(node, isOrder = false) {
    if (Array.isArray(node)) return node.forEach((one) => visit(one, isOrder));
    if (typeof node?.type !== 'string') return;
    // Of types nothing is left when it runs.
    if (node.type.startsWith('TSType') || node.type.startsWith('TSInterface') || node.type === 'ImportDeclaration') return;
    const { left, right, operator } = node;
    if (/^(Binary|Logical)Expression$/.test(node.type) && operator in SWAPS) {
      const at = left.end + text.slice(left.end, right.start).indexOf(operator);
      replace({ start: at, end: at + operator.length }, SWAPS[operator]);
    }
    if (operator === '??') replace({ start: left.end, end: right.end }, '');
    if (/^(IfStatement|ConditionalExpression)$/.test(node.type)) ['true', 'false'].forEach((by) => replace(node.test, by));
    // Of an order the sign alone counts.
    if (node.type === 'Literal' && typeof node.value === 'number' && !isOrder) replace(node, String(node.value + 1));
    if (node.type === 'Literal' && typeof node.value === 'boolean') replace(node, String(!node.value));
    const { expression } = node;
    if (node.type === 'ExpressionStatement' && /^(Call|Await)Expression$/.test(expression.type)) replace(node, ';');
    Object.values(node).forEach((child) => visit(child, isOrder || node.callee?.property?.name === 'sort'));
  }
  visit(parseSync('source.ts', text).program);
  return faults;
}

/** The first `count` of an order that is the same for the same seed. */
export function draw(faults, name, seed, count) {
  let state = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, seed);
  const rank = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0);
  const ranked = faults.map((fault) => ({ fault, rank: rank() }));
  return ranked.sort((a, b) => a.rank - b.rank).slice(0, count).map(({ fault }) => fault);
}
