// What was chosen in the picker last, on this computer.
const KEY = 'workbench recent';
const MOST = 8;

/** @returns {string[]} The latest first. */
export function recently() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(key => typeof key === 'string') : [];
  } catch {
    return [];
  }
}

/** @param {string} key */
export function remember(key) {
  try {
    localStorage.setItem(KEY, JSON.stringify([key, ...recently().filter(other => other !== key)].slice(0, MOST)));
  } catch {
    // Full or forbidden: then nothing is remembered.
  }
}
