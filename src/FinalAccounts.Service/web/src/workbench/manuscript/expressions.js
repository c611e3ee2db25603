// Reads the expressions that templates use, so that they can be said in words. What it does not know it says by null; nothing is run here.

/**
 * @typedef {{ kind: 'name', path: string } | { kind: 'text', value: string } | { kind: 'number', value: string }
 *   | { kind: 'member', of: Expression, name: string } | { kind: 'index', of: Expression, by: Expression }
 *   | { kind: 'list', items: Expression[] } | { kind: 'not', of: Expression } | { kind: 'both', op: string, left: Expression, right: Expression }
 *   | { kind: 'call', name: string, given: Expression[] } | { kind: 'pipe', from: Expression, name: string, given: Expression[] }} Expression
 */

const TOKEN = /\s*(?:([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*)|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(\d+(?:\.\d+)?)|(&&|\|\||==|!=|[|()[\],!+\-.]))/uy;

/** @param {string} text @returns {string[] | null} */
function tokens(text) {
  const found = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const match = TOKEN.exec(text);
    if (!match) {
      return null;
    }

    found.push(match[0].trim());
  }

  return found;
}

/** @param {string | undefined} token */
const isName = token => token !== undefined && /^[\p{L}_]/u.test(token);

/** @param {string | undefined} token */
const beginsValue = token => token !== undefined && (isName(token) || /^["'\d([]/.test(token));

/** @param {string} text @returns {Expression | null} Null when it is more than templates for people use. */
export function expression(text) {
  const all = tokens(text);
  if (!all || all.length === 0) {
    return null;
  }

  let at = 0;
  let wrong = false;

  /** @param {string} token */
  const take = token => all[at] === token && ++at > 0;

  /** @returns {Expression} */
  const fail = () => {
    wrong = true;
    return { kind: 'text', value: '' };
  };

  /** @returns {Expression} */
  const whole = () => {
    let value = levels([['||'], ['&&'], ['==', '!='], ['+', '-']], 0);
    while (!wrong && take('|')) {
      const name = all[at++];
      value = isName(name) ? { kind: 'pipe', from: value, name, given: args() } : fail();
    }

    return value;
  };

  /** @param {string[][]} table @param {number} level @returns {Expression} */
  const levels = (table, level) => {
    if (level === table.length) {
      return call();
    }

    let left = levels(table, level + 1);
    while (!wrong && table[level].includes(all[at])) {
      const op = all[at++];
      left = { kind: 'both', op, left, right: levels(table, level + 1) };
    }

    return left;
  };

  // A name that values follow is a helper or a phrase.
  /** @returns {Expression} */
  const call = () => {
    const first = all[at];
    if (isName(first) && beginsValue(all[at + 1]) && all[at + 1] !== '[' ) {
      at++;
      return { kind: 'call', name: first, given: args() };
    }

    return operand();
  };

  const args = () => {
    /** @type {Expression[]} */
    const given = [];
    while (!wrong && beginsValue(all[at])) {
      let value = operand();
      while (!wrong && (all[at] === '+' || all[at] === '-')) {
        const op = all[at++];
        value = { kind: 'both', op, left: value, right: operand() };
      }

      given.push(value);
    }

    return given;
  };

  /** @returns {Expression} */
  const operand = () => {
    const token = all[at++];
    if (token === '!') {
      return { kind: 'not', of: operand() };
    }

    if (token === '[') {
      return list();
    }

    /** @type {Expression} */
    let value;
    if (token === '(') {
      value = whole();
      if (!take(')')) {
        return fail();
      }
    } else if (isName(token)) {
      value = { kind: 'name', path: token };
    } else if (token && /^["']/.test(token)) {
      return { kind: 'text', value: token.slice(1, -1) };
    } else if (token && /^\d/.test(token)) {
      return { kind: 'number', value: token };
    } else {
      return fail();
    }

    return parts(value);
  };

  /** @param {Expression} value @returns {Expression} */
  const parts = value => {
    for (;;) {
      if (take('.')) {
        const name = all[at++];
        value = isName(name) ? { kind: 'member', of: value, name } : fail();
      } else if (take('[')) {
        value = { kind: 'index', of: value, by: whole() };
        if (!take(']')) {
          return fail();
        }
      } else {
        return value;
      }
    }
  };

  /** @returns {Expression} */
  const list = () => {
    /** @type {Expression[]} */
    const items = [];
    while (!wrong && !take(']')) {
      items.push(levels([], 0));
      if (!take(',') && all[at] !== ']') {
        return fail();
      }
    }

    return { kind: 'list', items };
  };

  const value = whole();
  return wrong || at !== all.length ? null : value;
}
