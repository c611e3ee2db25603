// What the workbench's end points answer, as FinalAccounts.Service/Templates/Workbench/WorkbenchAnswers.cs writes it.

/** A draft of a template. */
export interface Draft { by: string; name: string; content: string; revision: number; at: string; base: string }

/** A template with the texts there are of it; inForce is the hash of the text in force. */
export interface DraftAnswer { text: string; inForce: string; mine: Draft | null; others: Draft[] }

export interface SavedAnswer { revision: number; at: string | null; inForce: string }

/** Somebody has saved meanwhile; stored is null when the draft was discarded. */
export interface ConflictAnswer { stored: Draft | null; text: string; inForce: string }

/** What the page begins with. */
export interface WorkbenchState {
  set: string; path: string; title: string; draft: DraftAnswer; unit: string | null; year: number | null; line: number | null; mayEdit: boolean; me: string;
}

export interface Fix { written: string; meant: string }
export interface Diagnostic { severity: 'error' | 'warning' | 'info'; file: string; line: number; column: number; message: string; fix: Fix | null }
export interface PreviewAnswer { html: string; diagnostics: Diagnostic[]; problem: string | null }

/** Where something that a template printed begins: on a page, in pt from its left and upper edge. */
export interface PagePlace { file: string; line: number; column: number; page: number; x: number; y: number }
export interface PagesAnswer { pages: string[]; count: number; problem: string | null; places: PagePlace[] }

/** What one unit prints of a template; as is what is supposed of it, null for nothing. */
export interface BranchAnswer { as: string | null; printed: { line: number; column: number }[] }

export interface Name { name: string; unit: string | null; value: string | null; prior: string | null; meaning: string; insert: string }

/** line is where 句式.sbn defines it; uses, how many places of the set call it. */
export interface Phrase { name: string; parameters: string[]; meaning: string; line: number; uses: number }

/** A wording that the set does not want, and what it writes. */
export interface Wording { wrong: string; right: string; why: string }
export interface NamesAnswer { names: { groups: { title: string; names: Name[] }[]; members: Record<string, Name[]> }; phrases: Phrase[]; wordings: Wording[] }

/** Somebody who has the section open as well. */
export interface Present { name: string; since: string }

/** What is said at a sentence; quote is how it read. */
export interface Thread { id: number; quote: string; open: boolean; doneBy: string | null; said: { name: string; at: string; text: string }[] }
export interface CommentsAnswer { threads: Thread[]; people: { call: string; also: string }[] }

/** One place of a suggestion, in words; source is the line of the template in which it stood. */
export interface Piece { words: { left: string; removed: string; added: string; right: string }; fate: 'open' | 'taken' | 'left'; by: string | null; source: string }
export interface Suggestion { id: number; name: string; at: string; message: string; mine: boolean; ended: boolean; pieces: Piece[] }
export interface TakenAnswer { from: number; to: number; insert: string }

export interface Edit { kind: 'kept' | 'removed' | 'added'; text: string }
export interface Hit { kind: 'template' | 'printed'; title: string; path: string; line: number; before: string; words: string; after: string }
/** paths are all templates that have the words, also in hits that are not listed. */
export interface SearchAnswer { hits: Hit[]; total: number; paths: string[] }
