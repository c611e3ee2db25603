// What a tag does: says something, begins or ends a branch, a list or a phrase, notes something down, or is too much for the manuscript.
/** @import { Expression } from './expressions' */
import { expression } from './expressions.js';

/**
 * @typedef {{ kind: 'print', value: Expression } | { kind: 'if', when: Expression } | { kind: 'elseif', when: Expression } | { kind: 'else' } | { kind: 'end' }
 *   | { kind: 'for', item: string, of: Expression } | { kind: 'func', name: string, parameters: string[] }
 *   | { kind: 'set', name: string, value: Expression } | { kind: 'note', text: string }
 *   | { kind: 'source', opens: boolean }} Statement source: shown as it is written; opens when an end belongs to it.
 */

const NAME = '[\\p{L}_][\\p{L}\\p{N}_]*';
const FOR = new RegExp(`^for\\s+(${NAME})\\s+in\\s+(.+)$`, 'u');
const FUNC = new RegExp(`^func\\s+(${NAME})\\s*(?:\\(([^)]*)\\))?$`, 'u');
const SET = new RegExp(`^(${NAME})\\s*=(?!=)\\s*(.+)$`, 'u');
const OPENS = /^(?:if|for|func|while|capture|case|with|wrap|tablerow)(?!\p{L})/u;
const OTHERS = /^(?:while|capture|case|when|with|wrap|tablerow|ret|break|continue|import|include|readonly|do)(?![\p{L}\p{N}_.])/u;

/** @param {string} body @returns {Statement} */
export function statement(body) {
  const source = /** @type {Statement} */ ({ kind: 'source', opens: OPENS.test(body) });
  if (body.startsWith('#')) {
    return { kind: 'note', text: body.split('\n').map(line => line.trim().replace(/^#+\s*/, '')).join('\n').trim() };
  }

  if (body === 'else' || body === 'end') {
    return { kind: body };
  }

  if (body === '' || OTHERS.test(body) || /[\n;]/.test(body.replace(/"[^"]*"/g, ''))) {
    return source;
  }

  const condition = body.match(/^(else\s+)?if(?=[\s(!])\s*(.+)$/u);
  if (condition) {
    const when = expression(condition[2]);
    return when ? { kind: condition[1] ? 'elseif' : 'if', when } : condition[1] ? { kind: 'source', opens: false } : source;
  }

  const loop = body.match(FOR);
  if (loop) {
    const of = expression(loop[2]);
    return of ? { kind: 'for', item: loop[1], of } : source;
  }

  const func = body.match(FUNC);
  if (func) {
    return { kind: 'func', name: func[1], parameters: (func[2] ?? '').split(/[,\s]+/).filter(Boolean) };
  }

  const set = body.match(SET);
  const value = expression(set ? set[2] : body);
  return value === null ? source : set ? { kind: 'set', name: set[1], value } : { kind: 'print', value };
}
