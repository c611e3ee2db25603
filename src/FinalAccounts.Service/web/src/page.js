// Elements that the page has. One that is missing is our own mistake.
/**
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
export function byId(id, type) {
  const node = document.getElementById(id);
  if (!(node instanceof type)) {
    throw new Error(`#${id} is no ${type.name}`);
  }

  return node;
}

/**
 * @template {Element} T
 * @param {ParentNode} place
 * @param {string} selector
 * @param {new () => T} type
 * @returns {T}
 */
export function within(place, selector, type) {
  const node = place.querySelector(selector);
  if (!(node instanceof type)) {
    throw new Error(`${selector} is no ${type.name}`);
  }

  return node;
}

/** @returns {string} The token that requests which change something carry. */
export const antiforgery = () => /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="antiforgery"]'))?.content ?? '';
