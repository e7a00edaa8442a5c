/** The rows as SQL has them; only text and integers, so that every database reads them alike. */
export interface StoreTables {
  readonly schema_versions: { readonly version: number; readonly name: string };
  readonly exchanges: ExchangeRow;
  readonly exchange_excerpts: ExcerptRow;
  readonly revisions: { readonly name: string; readonly revision: number };
  readonly secrets: { readonly name: string; readonly value: string };
  readonly server_settings: ServerSettingsRow;
  readonly settings_changes: SettingsChangeRow;
  readonly article_scopes: ArticleScopeRow;
  readonly votes: VoteRow;
  readonly gaps: GapRow;
  readonly desk_additions: DeskAdditionRow;
  readonly desk_removals: DeskRemovalRow;
  readonly editions: EditionRow;
  readonly quizzes: QuizRow;
  readonly quiz_answers: QuizAnswerRow;
  readonly study_preferences: StudyPreferencesRow;
  readonly study_cards: StudyCardRow;
  readonly study_reviews: StudyReviewRow;
  readonly notes: NoteRow;
  readonly readings: ReadingRow;
  readonly reading_presses: ReadingPressRow;
  readonly departures: { readonly server_id: string; readonly left_at: string };
}

export interface ExchangeRow {
  readonly id: string;
  readonly channel_id: string;
  readonly server_id: string | null;
  readonly asker_id: string;
  readonly question_id: string | null;
  readonly question: string;
  readonly follows: string | null;
  /** 0 or 1. */
  readonly is_private: number;
  readonly outcome: string;
  /** In thousandths. */
  readonly score: number;
  /** JSON of Explanation. */
  readonly explanation: string | null;
  readonly generation: string;
  /** ISO 8601 in UTC, which sorts as text. */
  readonly asked_at: string;
  /** 0 or 1. */
  readonly shared: number;
}

export interface ExcerptRow {
  readonly exchange_id: string;
  /** Counted from 0 in the order shown. */
  readonly position: number;
  readonly article_id: string;
  readonly paragraph: number;
  readonly start_offset: number;
  readonly end_offset: number;
  readonly hash: string;
  /** JSON of spans. */
  readonly highlights: string;
}

export interface ServerSettingsRow {
  readonly server_id: string;
  /** JSON of what is not as DEFAULT_SERVER_SETTINGS has it. */
  readonly settings: string;
}

export interface SettingsChangeRow {
  /** The revision that it made. */
  readonly id: number;
  readonly server_id: string;
  /** JSON of their names. */
  readonly fields: string;
  /** JSON of what they were. */
  readonly before: string;
  readonly after: string;
  readonly undoes: number | null;
  readonly changed_by: string;
  readonly changed_at: string;
}

export interface ArticleScopeRow {
  readonly article_id: string;
  /** JSON of ArticleScope. */
  readonly scope: string;
  readonly set_by: string;
  readonly set_at: string;
}

export interface VoteRow {
  readonly exchange_id: string;
  readonly voter_hash: string;
  readonly vote: string;
  readonly reason: string | null;
  readonly voted_at: string;
}

export interface GapRow {
  readonly id: string;
  readonly server_id: string;
  readonly question: string;
  /** 32-bit floats, little-endian, in base64. */
  readonly vector: string;
  readonly asker_hash: string;
  readonly outcome: string;
  /** JSON of QuotedSpan. */
  readonly nearest: string | null;
  readonly asked_at: string;
  /** JSON of GapListener. */
  readonly listener: string | null;
  readonly told_at: string | null;
  readonly dismissed_by: string | null;
  readonly dismissed_at: string | null;
}

export interface DeskAdditionRow {
  readonly server_id: string;
  readonly article_id: string;
  readonly added_by: string | null;
  readonly added_at: string;
}

export interface DeskRemovalRow {
  readonly server_id: string;
  readonly article_id: string;
  readonly title: string;
  readonly removed_by: string | null;
  readonly removed_at: string;
}

export interface EditionRow {
  readonly server_id: string;
  readonly article_id: string;
  /** SHA-256 (hex) of the text. */
  readonly text_hash: string;
  /** JSON of Article. */
  readonly article: string;
  readonly replaced_at: string;
}

export interface QuizRow {
  readonly id: string;
  readonly server_id: string;
  readonly channel_id: string;
  /** Empty once its host has asked to be forgotten. */
  readonly host_id: string;
  readonly article_id: string;
  /** JSON of Quiz, without its host and its answers. */
  readonly state: string;
  /** JSON of the ids of its messages. */
  readonly messages: string;
  /** ISO 8601 in UTC, which sorts as text; the state has it in milliseconds. */
  readonly started_at: string;
  /** 0 or 1. */
  readonly is_over: number;
}

export interface QuizAnswerRow {
  readonly quiz_id: string;
  readonly round: number;
  readonly person_id: string;
  /** ISO 8601. */
  readonly answered_at: string;
  readonly verdict: string;
  readonly option: number | null;
}

interface StudyKey {
  /** Empty in direct messages. */
  readonly server_id: string;
  readonly person_id: string;
}

export interface StudyPreferencesRow extends StudyKey {
  /** JSON of StudyPreferences. */
  readonly preferences: string;
}

export interface StudyCardRow extends StudyKey {
  readonly card_id: string;
  readonly article_id: string;
  /** JSON of Memory. */
  readonly memory: string;
  /** ISO 8601. */
  readonly due_at: string;
}

export interface StudyReviewRow extends StudyKey {
  readonly card_id: string;
  /** Counted from 0 for each card. */
  readonly number: number;
  readonly article_id: string;
  /** ISO 8601. */
  readonly reviewed_at: string;
  readonly grade: string;
  /** JSON of Memory. */
  readonly before: string | null;
}

export interface NoteRow extends StudyKey {
  readonly id: string;
  readonly article_id: string;
  readonly paragraph: number;
  readonly start_offset: number;
  readonly end_offset: number;
  readonly hash: string;
  readonly remark: string | null;
  readonly saved_at: string;
}

export interface ReadingRow {
  readonly id: string;
  readonly server_id: string;
  readonly channel_id: string;
  /** Empty until it is known. */
  readonly thread_id: string;
  /** Empty once its host has asked to be forgotten. */
  readonly host_id: string;
  readonly article_id: string;
  /** JSON of Reading, without what has a column of its own. */
  readonly state: string;
  /** ISO 8601 in UTC, which sorts as text. */
  readonly started_at: string;
  /** When something of it was posted last; ISO 8601. */
  readonly active_at: string;
  /** 0 or 1. */
  readonly is_settled: number;
}

export interface ReadingPressRow {
  readonly reading_id: string;
  /** Counted from 1. */
  readonly portion: number;
  readonly person_id: string;
  /** ISO 8601. */
  readonly pressed_at: string;
}
