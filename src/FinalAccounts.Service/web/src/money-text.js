// Amounts as people type them: digits grouped, and what the published tables print of them. Exact: no binary fractions.

const TYPED = /^([-+]?)([\d,]*)(?:\.(\d*))?$/;

/**
 * The same amount with its digits in threes; anything that is no amount stays as it is.
 * @param {string} text
 */
export function grouped(text) {
  const match = TYPED.exec(text.trim());
  if (!match || !/\d/.test(text)) {
    return text;
  }

  const [, sign, whole, part] = match;
  const digits = whole.replaceAll(',', '').replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${digits}${part === undefined ? '' : `.${part}`}`;
}

/**
 * Where the cursor stands after grouping: behind the same digit.
 * @param {string} before The text up to the cursor.
 * @param {string} text The grouped text.
 */
export function cursorIn(before, text) {
  let left = before.replaceAll(',', '').length;
  let at = 0;
  while (left > 0 && at < text.length) {
    left -= text[at] === ',' ? 0 : 1;
    at += 1;
  }

  return at;
}

/**
 * What is printed: 万元 with two decimals, half away from zero, and the amount in 元. Null for what is no amount.
 * @param {string} text
 * @param {string} unit 元 or 万元
 * @returns {{ shown: string, yuan: string } | null}
 */
export function printed(text, unit) {
  const match = TYPED.exec(text.trim());
  if (!match || !/\d/.test(text)) {
    return null;
  }

  const [, sign, whole, part = ''] = match;

  // In units of 0.0001 分, more than any field holds.
  const scale = unit === '万元' ? 10 : 6;
  if (part.length > scale) {
    return null;
  }

  const amount = BigInt(whole.replaceAll(',', '') + part.padEnd(scale, '0'));
  const minus = sign === '-' && amount > 0n ? '-' : '';
  return { shown: minus + decimals(rounded(amount, 8n)), yuan: minus + decimals(rounded(amount, 4n)) };
}

/** @param {bigint} amount @param {bigint} power Half away from zero. */
function rounded(amount, power) {
  const unit = 10n ** power;
  return (amount + unit / 2n) / unit;
}

/** @param {bigint} hundredths */
function decimals(hundredths) {
  const digits = String(hundredths).padStart(3, '0');
  return grouped(`${digits.slice(0, -2)}.${digits.slice(-2)}`);
}
