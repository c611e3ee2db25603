// The look of a manuscript: paper, quiet bars, chips that stand in the line like words.
import { EditorView } from '@codemirror/view';

const INDENT = 16;

// One thin line at the left for each thing that a line stands in.
const depths = Object.fromEntries([1, 2, 3, 4, 5, 6].map(depth => [`.ms-depth-${depth}`, {
  paddingLeft: `${14 + depth * INDENT}px !important`,
  backgroundImage: 'repeating-linear-gradient(to right, #b9c8dc 0 2px, transparent 2px 16px)',
  backgroundSize: `${depth * INDENT}px 100%`, backgroundPosition: '12px 0', backgroundRepeat: 'no-repeat',
}]));

export const manuscriptLook = EditorView.theme({
  '&': { backgroundColor: '#fff' },
  '.cm-scroller': { lineHeight: '1.9', fontSize: '15.5px' },
  '.cm-content': { maxWidth: '46em', padding: '14px 10px 40vh' },
  '.cm-line': { padding: '0 14px' },
  ...depths,
  '.ms-at-blank': { lineHeight: '.8' },
  '.ms-at-end': { lineHeight: '8px', fontSize: '4px' },
  '.ms-at-aside': { lineHeight: '1.6' },
  '.ms-at-bar': { lineHeight: '1.7' },
  '.ms-at-heading': { fontWeight: '700' },
  '.ms-level-2': { fontSize: '18px' },
  '.ms-level-3': { fontSize: '16.5px' },
  '.ms-off': { color: '#66707d' },
  '.ms-chip': { cursor: 'pointer', borderRadius: '4px', padding: '1px 5px', margin: '0 1px', backgroundColor: 'rgb(29 79 145 / 9%)', boxDecorationBreak: 'clone', WebkitBoxDecorationBreak: 'clone' },
  '.ms-chip:hover, .ms-bar:hover, .ms-mark:hover': { boxShadow: '0 0 0 1.5px #1d4f91' },
  '.ms-name': { fontSize: '12px', color: '#505b69' },
  '.ms-name + .ms-value': { marginLeft: '2px' },
  '.ms-figure .ms-value': { fontVariantNumeric: 'tabular-nums', fontWeight: '600', color: '#153b6d' },
  '.ms-unknown .ms-name': { fontSize: '13.5px', color: '#33506f' },
  '.ms-phrase': { backgroundColor: 'rgb(28 99 54 / 10%)' },
  '.ms-phrase .ms-name, .ms-phrase.ms-unknown .ms-name': { color: '#1c6336' },
  '.ms-picture': { display: 'inline-block', padding: '3px 12px', border: '1px dashed #8a94a1', backgroundColor: 'rgb(138 148 161 / 10%)' },
  '.ms-picture .ms-name': { fontSize: '14px' },
  '.ms-note, .ms-set': { backgroundColor: 'transparent', padding: '0 2px' },
  '.ms-note .ms-name, .ms-set .ms-name': { fontSize: '12.5px', color: '#5c6b5c' },
  '.ms-note .ms-name': { fontStyle: 'italic', whiteSpace: 'pre-line' },
  '.ms-source': { backgroundColor: 'rgb(122 82 0 / 12%)' },
  '.ms-bar': { display: 'inline-block', maxWidth: '100%', cursor: 'pointer', borderRadius: '4px', padding: '1px 8px 1px 4px', fontSize: '13px', color: '#153b6d', backgroundColor: 'rgb(29 79 145 / 7%)' },
  '.ms-bar.ms-of-for': { color: '#5b3a78', backgroundColor: 'rgb(91 58 120 / 8%)' },
  '.ms-bar.ms-of-func': { color: '#1c6336', backgroundColor: 'rgb(28 99 54 / 9%)', fontWeight: '600' },
  '.ms-tabs': { display: 'inline-flex', flexWrap: 'wrap', marginLeft: '8px', verticalAlign: 'middle' },
  '.ms-tab': { cursor: 'pointer', padding: '0 8px', border: '1px solid #b9c8dc', borderLeftWidth: '0', fontSize: '12px', lineHeight: '1.7', color: '#153b6d', backgroundColor: '#fff' },
  '.ms-tab:first-child': { borderLeftWidth: '1px', borderRadius: '4px 0 0 4px' },
  '.ms-tab:last-child': { borderRadius: '0 4px 4px 0' },
  '.ms-tab:hover': { boxShadow: '0 0 0 1.5px #1d4f91' },
  '.ms-tab[aria-selected=true]': { backgroundColor: '#1d4f91', color: '#fff' },
  '.ms-bar small, .ms-mark small': { marginLeft: '6px', color: '#505b69', fontWeight: '400' },
  '.ms-fold': { display: 'inline-block', width: '18px', textAlign: 'center' },
  '.ms-mark': { cursor: 'pointer', borderRadius: '4px 0 0 4px', padding: '1px 5px', fontSize: '12px', color: '#153b6d', backgroundColor: 'rgb(29 79 145 / 13%)' },
  '.ms-mark.ms-of-for': { color: '#5b3a78', backgroundColor: 'rgb(91 58 120 / 13%)' },
  '.ms-branch': { backgroundColor: 'rgb(29 79 145 / 5%)' },
  '.ms-close': { display: 'inline-block', width: '4px', height: '1em', verticalAlign: '-2px', borderRadius: '0 3px 3px 0', backgroundColor: 'rgb(29 79 145 / 30%)' },
});
