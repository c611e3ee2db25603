// A stretch of source in a line of text: its tags are named, not shown, also those that are cut off at its ends.

/** @param {string} source */
export function withoutMarks(source) {
  return source.replace(/^[^{}]*[~-]?\}\}/, '〕').replace(/\{\{[~-]?\s*([^{}]*?)\s*[~-]?\}\}/g, (_, body) => `〔${short(body)}〕`).replace(/\{\{[^{}]*$/, '〔').replace(/[{}]/g, '');
}

/** @param {string} body */
const short = body => body.split('|')[0].replace(/[()"]/g, '').replace(/\s+/g, ' ').trim();
