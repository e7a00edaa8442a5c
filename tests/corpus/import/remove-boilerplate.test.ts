import { describe, expect, it } from 'vitest';
import { judgeLine } from '../../../src/corpus/import/remove-boilerplate.ts';
import { ADVERT, COPYRIGHT, FERRY, SYNDICATION } from '../../import/fixtures/texts.ts';

const LAST = { index: 20, fromEnd: 0 };
const MIDDLE = { index: 20, fromEnd: 20 };

describe('lines that are not the article', () => {
  it.each([
    [ADVERT, 'advert'],
    ['Advertisement', 'advert'],
    ['Sign up for our daily newsletter.', 'advert'],
    ['Follow us on Mastodon and Bluesky', 'advert'],
    [SYNDICATION, 'syndication note'],
    ['This article is republished from The Quay under a Creative Commons licence.', 'syndication note'],
    [COPYRIGHT, 'copyright notice'],
    ['© 2023 Linden Courier Press', 'copyright notice'],
    ['All rights reserved.', 'copyright notice'],
    ['This work is licensed under a Creative Commons Attribution 4.0 licence.', 'licence notice'],
    ['Licensed under CC BY-SA 4.0', 'licence notice'],
    ['We use cookies to personalise content on this website.', 'cookie notice'],
    ['Share this article', 'share line'],
    ['Read more: Why the old bridge was closed', 'read-more line'],
    ['Related stories', 'read-more line'],
    ['Skip to main content', 'read-more line'],
    ['Home | News | Sport | Contact', 'navigation'],
  ])('finds %j', (text, reason) => {
    expect(judgeLine(text, LAST)).toBe(reason);
  });
});

describe('lines that look alike but are the article', () => {
  it.each([
    ...FERRY,
    'Do you have questions about your lease? Our lawyer says most tenants do.',
    'Copyright law changed in 2019, and publishers say the new rules have cost them millions.',
    'Copyright 2023 was the title of a play that closed after a week. Critics were not kind to it.',
    'We use cookies from the bakery next door for the dessert.',
    'Read more books, the librarian told the children.',
    'See also: the chapter on tides.',
    'The photographs are available under a Creative Commons licence, the museum said.',
    'This work is licensed under conditions that few have read.',
    'Share prices fell by a third.',
    'Subscribe, he said, and you will see what our newsletter is about.',
    '"Sign up for our newsletter and download our app," the leaflet said.',
    'The company said its app was downloaded by 2 million people who wanted a free trial.',
    'Home | Away | Draw',
  ])('leaves %j in', (text) => {
    expect(judgeLine(text, MIDDLE)).toBeUndefined();
  });

  it('takes a sentence about another article for prose in the middle of the text', () => {
    expect(
      judgeLine('This article first appeared in 1843 and made its author famous.', MIDDLE),
    ).toBeUndefined();
  });
});
