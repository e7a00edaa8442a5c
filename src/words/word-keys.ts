import type { en } from './en/resources.ts';

type English = typeof en;

/** `answers`, `commands`: what words belong to. */
export type WordGroup = keyof English;

/** Suffixes of i18next, the plural categories of CLDR that these languages have. */
type PluralForm = 'one' | 'many' | 'other';

type WithoutForm<K> = K extends `${infer Base}_${PluralForm}` ? Base : K;
type PluralIn<K> = K extends `${infer Base}_other` ? Base : never;

type KeyIn<G extends WordGroup> = WithoutForm<keyof English[G] & string>;

/** `conversation.wait`: a group and a key in it, without the form of a plural. */
export type WordKey = { [G in WordGroup]: `${G}.${KeyIn<G>}` }[WordGroup];

/** The texts of a key: several for a plural. */
type TextsOf<K> = K extends `${infer G extends WordGroup}.${infer Name}`
  ? {
      [Form in keyof English[G]]: WithoutForm<Form> extends Name ? English[G][Form] : never;
    }[keyof English[G]]
  : never;

/** A plural takes a count, whether it is shown or not. */
type CountOf<K> = K extends `${infer G extends WordGroup}.${infer Name}`
  ? Name extends PluralIn<keyof English[G]>
    ? 'count'
    : never
  : never;

type NamesIn<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** Numbers are written as the language writes them; `count` chooses the form of a plural. */
type ValueOf<Name> = Name extends 'count' ? number : string | number;

type NamesOf<K> = NamesIn<TextsOf<K>> | CountOf<K>;

/** What has to be filled in: nothing for most keys. */
export type WordValues<K extends WordKey> = [NamesOf<K>] extends [never]
  ? []
  : [values: { readonly [Name in NamesOf<K>]: ValueOf<Name> }];

/** Keys of words that stand by themselves. */
export type PlainWordKey = { [K in WordKey]: WordValues<K> extends [] ? K : never }[WordKey];

/** The same keys in another language; where a plural has a form for millions, that too. */
export type Translated<G extends WordGroup> = { readonly [K in keyof English[G]]: string } & {
  readonly [K in PluralIn<keyof English[G]> as `${K}_many`]?: string;
};

export type Resources = { readonly [G in WordGroup]: Translated<G> };
