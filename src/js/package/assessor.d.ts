/**
 * The rule engine. Whatever it refuses is a `Refusal`: an `Error` with a stable `code`.
 *
 * Days are `YYYY-MM-DD`. Texts for owners are Chinese.
 */

/**
 * Gets the module ready; once, before anything else. Refused (`J006`) where it does not load, and may
 * then be tried again.
 * @param wasm `assessor.wasm`, where it is not beside this script: its address (in Node also its
 *   path), its bytes, or what is compiled from them.
 */
export function init(wasm?: string | URL | Response | Promise<Response> | ArrayBuffer | ArrayBufferView | WebAssembly.Module): Promise<void>;

/** `A…` an answer is refused; `B…` a bundle; `F…`, `R…` a text in a bundle; `J…` a wrong call. */
export interface Refusal extends Error {
  code: string;
}

/** One owner's answers to the questions of a rulebook, on a day. */
export class Assessor {
  private constructor();
  /**
   * Loads a bundle: its JSON text, which is faster, or the object parsed from it. A bundle without
   * `code` is compiled from its FEEL texts.
   * @param options.on the day of assessment
   */
  static load(bundle: string | Bundle, options: { on: string }): Assessor;
  /** Answers a question, or throws and changes nothing; `null` is 不清楚. */
  answer(question: string, value: Answer): void;
  /** Takes an answer back. */
  clear(question: string): void;
  /** The next question worth asking for a section; `undefined` when it is settled. */
  next(section: string): Question | undefined;
  /** The report on the answers so far. */
  report(): Report;
  /** Why a finding stands, may stand, or does not. */
  explain(finding: string): Explanation;
  /** The smallest changes of answers after which a finding is neither confirmed nor possible. */
  whatIf(finding: string): WhatIf;
  /** All answers given, those of questions that no longer apply included. */
  answers(): Answers;
  /** An empty sheet on the same rulebook and day. */
  sheet(): Sheet;
  /** Gives the memory back at once; otherwise that happens when the object is collected. */
  free(): void;
}

/**
 * The fast way in, for many sets of answers: numbers instead of ids. An answer is 1 or 0 (是否), the
 * position of the option (单选), one bit for each option chosen, the first option lowest (多选), the
 * number (整数), 分 (金额), days since 1970-01-01 (日期), or `NaN`: not answered.
 */
export class Sheet {
  private constructor();
  /** All questions, in the order of their numbers. */
  questions(): Question[];
  /** The ids of all findings, in the order of their numbers. */
  findings(): string[];
  /** Takes one answer for each question; writes for each finding 0 not, 1 possible, 2 confirmed. */
  fill(answers: Float64Array, statuses: Uint8Array): void;
  /** Changes one answer; the findings that this may have changed, each as its number × 4 + its status. */
  change(question: number, answer: number): Uint32Array;
  /** Gives the memory back at once. */
  free(): void;
}

/** `null`: 不清楚. Option ids, decimals (long ones as text), days. */
export type Answer = null | boolean | string | number | string[];
/** By question id. */
export type Answers = Record<string, Answer>;

/** A rulebook as a file: what `assessor build` writes, or written by other software. */
export interface Bundle {
  format: 3;
  /** Of the compact JSON of `rulebook` and, after it, of `code`; may be empty. */
  sha256: string;
  rulebook: Rulebook;
  /** Made from the FEEL texts by `assessor build`. */
  code?: string[];
}

export interface Rulebook {
  id: string;
  title: string;
  version: string;
  as_of: string;
  region: string;
  hotlines?: string[];
  laws?: Law[];
  calendar?: Calendar;
  agencies?: Agency[];
  /** What the region says it has done for enterprises. */
  deeds?: Said[];
  /** What a finding of each severity counts. */
  scoring?: Record<Severity, number>;
  sections: Section[];
}

export interface Law {
  id: string;
  title: string;
  short: string;
  kind: string;
  effective: string;
  /** First day on which this version is no longer in force. */
  until?: string;
}

/** `until`: the first day on which it no longer holds. */
export interface Period {
  from?: string;
  until?: string;
}

/** Working days that are off, and weekend days that are worked. */
export interface Calendar {
  covers: Period;
  off: string[];
  worked: string[];
}

/** What an authority says, and where it says so. */
export interface Said {
  text: string;
  source: string;
}

export interface Citation {
  law: string;
  article: number;
  inserted?: number;
  paragraph?: number;
  item?: number;
}

export interface Agency {
  id: string;
  name: string;
  group: string;
  level: 'national' | 'provincial' | 'local';
  handles: string[];
  excludes?: string[];
  phones?: { number: string; note?: string; hours?: string }[];
  online?: { name: string; kind: string; url?: string; note?: string }[];
  commitments?: Said[];
  hotline?: string;
  verified_on: string;
  confidence: 'high' | 'medium' | 'unverified';
}

export type SectionKind = 'profile' | 'domain' | 'route';

export interface Section {
  id: string;
  kind: SectionKind;
  title: string;
  summary: string;
  group?: string;
  /** FEEL. */
  when?: string;
  questions: Question[];
  findings?: Finding[];
}

export interface Question {
  id: string;
  /** In FEEL texts. */
  name: string;
  text: string;
  why: string;
  terms?: { term: string; meaning: string }[];
  kind: Kind;
  /** FEEL. */
  when?: string;
  may_be_unknown: boolean;
  /** Nothing the owner does can change it: what has happened, what kind of business it is. */
  fixed?: boolean;
  /** Ids of the options that one can come to choose or to drop, where not all are. */
  reachable?: string[];
}

export type Kind =
  | 'boolean'
  | { choice: { options: Option[] } }
  | { multi_choice: { options: Option[] } }
  | { integer: { unit?: string; min?: number; max?: number } }
  | { money: { min?: number; max?: number } }
  | { date: { when: 'past' | 'future' | 'any' } };

export interface Option {
  id: string;
  label: string;
}

export type Severity = 'low' | 'medium' | 'high' | 'critical';
export type Urgency = 'later' | 'soon' | 'now';

export interface Finding {
  id: string;
  title: string;
  /** On which days of assessment it exists. */
  valid?: Period;
  category?: string;
  /** FEEL. */
  when: string;
  severity?: Severity;
  urgency: Urgency;
  basis?: Citation[];
  consequence: string;
  steps?: string[];
  materials?: string[];
  avoid?: string[];
  deadlines?: Deadline[];
  agencies?: string[];
  review_by: string;
}

export interface Deadline {
  task: string;
  /** FEEL: the last day, or with `working_days` the day it runs from. */
  due?: string;
  working_days?: number;
  /** Articles that move a last day off work to the next working day. */
  postponed_by?: Citation[];
  rule: string;
  basis?: Citation[];
}

export interface Report {
  rulebook: { id: string; version: string; sha256: string; as_of: string };
  date: string;
  overall: Level;
  sections: SectionReport[];
  /** Confirmed before possible, then by urgency and severity. */
  findings: FindingReport[];
  /** Question ids. */
  open_questions: string[];
  agencies: Agency[];
  laws: Law[];
}

/** Neither improves because something was left unanswered. */
export interface Level {
  certain: Severity | null;
  possible: Severity | null;
  settled: boolean;
  score: Score | null;
}

/** What the findings count together. */
export interface Score {
  certain: number;
  /** Certain and still possible ones: never lower because something was left unanswered. */
  possible: number;
  /** All that may concern this business. */
  of: number;
}

export interface SectionReport {
  id: string;
  kind: SectionKind;
  title: string;
  progress: 'not_applicable' | 'not_started' | 'started' | 'complete';
  level: Level;
  answered: number;
  open: number;
  not_applicable: number;
}

export interface FindingReport {
  id: string;
  section: string;
  title: string;
  category: string | null;
  status: 'confirmed' | 'possible';
  severity: Severity | null;
  urgency: Urgency;
  because: Because[];
  depends_on: string[];
  rule: string;
  basis: Cited[];
  consequence: string;
  steps: string[];
  materials: string[];
  avoid: string[];
  deadlines: DeadlineReport[];
  agencies: string[];
}

export interface DeadlineReport {
  task: string;
  rule: string;
  due: string | null;
  days_left: number | null;
  /** How the calendar comes in. */
  note: string | null;
  needs: string[];
  basis: Cited[];
}

/** `text` as a lawyer writes it: 《劳动合同法》第八十二条第一款. */
export interface Cited extends Citation {
  text: string;
}

/** An answer as a reason. */
export interface Because {
  question: string;
  text: string;
  answer: string;
}

export interface Explanation {
  finding: string;
  title: string;
  /** `null`: it does not stand. */
  status: 'confirmed' | 'possible' | null;
  /** A smallest set of answers that suffices for the status, whatever the others are. */
  because: Because[];
  /** Questions that would settle a possible finding. */
  depends_on: string[];
  /** FEEL. */
  rule: string;
  /** The rule with the values of questions and decisions in it; `?`: not known. */
  substituted: string;
  /** The decisions that the rule names; absent = none. */
  decisions?: Decided[];
  /** Of its section, if there is one, and its own. */
  conditions: Condition[];
}

/** A decision that a rule names, and what it comes to under the answers. */
export interface Decided {
  name: string;
  note: string;
  /** As FEEL writes it; `?`: not known. */
  value: string;
}

/** A condition or a part of one, as a sentence that says what is the case. */
export interface Condition {
  text: string;
  outcome: 'held' | 'failed' | 'unknown' | 'not_applicable';
  questions: string[];
  parts: Condition[];
}

export interface WhatIf {
  finding: string;
  title: string;
  status: 'confirmed' | 'possible' | null;
  /** Those first that bring up least. */
  ways: { changes: Change[]; raises: Raised[] }[];
  /** Answers it rests on that nothing can change. */
  fixed: Because[];
  /**
   * `complete`: the ways are all there are of the smallest size, and none means none; `too_many`: none
   * of up to three changes, more were not tried; `partial`: there may be more, or smaller ones.
   */
  search: 'complete' | 'too_many' | 'partial';
}

/** Another answer to a question; `sentence` says what would be different. */
export interface Change {
  question: string;
  text: string;
  sentence: string;
  from: string | null;
  to: string;
  answer: Answer;
}

/** A finding that a change would bring up. */
export interface Raised {
  finding: string;
  title: string;
  status: 'confirmed' | 'possible';
  severity: Severity | null;
}
