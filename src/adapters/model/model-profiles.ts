/** What has to be known of an embedding model beyond its files. */
export interface ModelProfile {
  readonly pooling: 'mean' | 'cls';
  /** Put before a question or a passage, as the model's card asks. */
  readonly questionPrefix: string;
  readonly passagePrefix: string;
  /**
   * `wordpiece`: the tokenizer cuts at white space and punctuation, so each piece can be encoded alone.
   * `sentencepiece`: it cuts at white space only.
   */
  readonly tokenizer: 'wordpiece' | 'sentencepiece';
}

const DEFAULT_PROFILE: ModelProfile = {
  pooling: 'mean',
  questionPrefix: '',
  passagePrefix: '',
  tokenizer: 'wordpiece',
};

/** Sources: the model cards on the Hugging Face hub. */
const PROFILES: readonly { readonly name: RegExp; readonly profile: ModelProfile }[] = [
  {
    name: /bge-(?:small|base|large)-en/i,
    profile: {
      ...DEFAULT_PROFILE,
      pooling: 'cls',
      questionPrefix: 'Represent this sentence for searching relevant passages: ',
    },
  },
  {
    name: /multilingual-e5/i,
    profile: {
      ...DEFAULT_PROFILE,
      questionPrefix: 'query: ',
      passagePrefix: 'passage: ',
      tokenizer: 'sentencepiece',
    },
  },
  { name: /multilingual/i, profile: { ...DEFAULT_PROFILE, tokenizer: 'sentencepiece' } },
];

/** The profile for a hub id or folder name; mean pooling without prefixes when the name is not known. */
export function profileOf(model: string): ModelProfile {
  return PROFILES.find(({ name }) => name.test(model))?.profile ?? DEFAULT_PROFILE;
}
