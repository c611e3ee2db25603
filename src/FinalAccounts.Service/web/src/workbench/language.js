// Colours for Scriban and the few Markdown marks that templates use.
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { tags } from '@lezer/highlight';

const keywords = new Set(['if', 'else', 'end', 'for', 'in', 'func', 'ret', 'case', 'when', 'break', 'continue', 'true', 'false', 'null', 'empty']);

// What a name of a template may look like: Chinese characters, letters, digits.
export const NAME = /[\p{L}_][\p{L}\p{N}_]*/u;

/** @type {import('@codemirror/language').StreamParser<{ inside: boolean, comment: boolean, afterDot: boolean, afterBar: boolean }>} */
const mode = {
  name: 'scriban',
  startState: () => ({ inside: false, comment: false, afterDot: false, afterBar: false }),
  token(stream, state) {
    if (!state.inside) {
      if (stream.match(/\{\{[~-]?/)) {
        state.inside = true;
        state.afterDot = state.afterBar = false;
        return 'brace';
      }

      if (stream.sol() && stream.match(/#{2,4} .*$/)) {
        return 'heading';
      }

      if (stream.match('**')) {
        return 'strong';
      }

      stream.next();
      stream.match(/[^{*]*/);
      return null;
    }

    if (stream.match(/[~-]?\}\}/)) {
      state.inside = state.comment = false;
      return 'brace';
    }

    if (state.comment || stream.match('#')) {
      state.comment = true;
      while (!stream.eol() && !stream.match(/[~-]?\}\}/, false)) {
        stream.next();
      }

      return 'comment';
    }

    if (stream.eatSpace()) {
      return null;
    }

    if (stream.match(/"(?:[^"\\]|\\.)*"?/) || stream.match(/'(?:[^'\\]|\\.)*'?/)) {
      state.afterBar = false;
      return 'string';
    }

    if (stream.match(/\d+(?:\.\d+)?/)) {
      return 'number';
    }

    const word = /** @type {RegExpMatchArray | null} */ (stream.match(/[\p{L}_][\p{L}\p{N}_]*/u));
    if (word) {
      const [afterDot, afterBar] = [state.afterDot, state.afterBar];
      state.afterDot = state.afterBar = false;
      return !afterDot && keywords.has(word[0]) ? 'keyword' : afterBar ? 'function' : afterDot ? 'property' : 'variableName';
    }

    if (stream.match('|') && !stream.match('|')) {
      state.afterBar = true;
      return 'operator';
    }

    state.afterDot = stream.next() === '.';
    return 'operator';
  },
  // A template's own words stand outside of {{ }}: a comment may run over several lines.
  blankLine() {},
  tokenTable: { brace: tags.brace, function: tags.function(tags.variableName) },
};

const colours = HighlightStyle.define([
  { tag: tags.brace, color: '#8a94a1' },
  { tag: tags.comment, color: '#5c6b5c', fontStyle: 'italic' },
  { tag: tags.string, color: '#8a4b08' },
  { tag: tags.number, color: '#8a4b08' },
  { tag: tags.keyword, color: '#8a1c6b', fontWeight: '600' },
  { tag: tags.function(tags.variableName), color: '#0b6b5b' },
  { tag: tags.variableName, color: '#1d4f91' },
  { tag: tags.propertyName, color: '#1d4f91' },
  { tag: tags.operator, color: '#505b69' },
  { tag: tags.heading, color: '#1b2430', fontWeight: '700' },
  { tag: tags.strong, color: '#1b2430', fontWeight: '700' },
]);

export const scriban = [StreamLanguage.define(mode), syntaxHighlighting(colours)];
