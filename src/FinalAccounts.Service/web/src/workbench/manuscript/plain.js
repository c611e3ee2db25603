// A stretch of source in a line of text: its tags are named, not shown, also those that are cut off at its ends.

/** @param {string} source */
export function withoutMarks(source) {
  return tagsNamed(source.replace(/^[^{}]*[~-]?\}\}/, '〕')).replace(/\{\{[^{}]*$/, '〔').replace(/[{}]/g, '');
}

/** @param {string} source @returns {string} With its whole tags named; the rest as it is. */
export const tagsNamed = source => source.replace(/\{\{[~-]?\s*([^{}]*?)\s*[~-]?\}\}/g, (_, body) => `〔${short(body)}〕`);

/** @param {string} body */
const short = body => body.split('|')[0].replace(/[()"]/g, '').replace(/\s+/g, ' ').trim();
