"""A paragraph as tokens and sentences, from which windows are cut."""
import re

import numpy as np

MAX_TOKENS = 120
MAX_QUESTION_TOKENS = 40
SENTENCE_END = re.compile(r'(?<=[.!?])["\')\]]*\s+(?=["\'(\[]*[A-Z0-9])')


def sentences_of(text):
    """Half-open character offsets of the sentences; abbreviations are not known, which only makes windows more varied."""
    out, start = [], 0
    for match in SENTENCE_END.finditer(text):
        out.append((start, match.end()))
        start = match.end()
    out.append((start, len(text)))
    return [(s, e) for s, e in out if text[s:e].strip()]


class Paragraph:
    """A paragraph with its tokens and the token range of each sentence."""

    def __init__(self, tokenizer, text):
        encoding = tokenizer.encode(text, add_special_tokens=False)
        self.text, self.ids, self.offsets = text, encoding.ids, encoding.offsets
        starts = [o[0] for o in self.offsets]
        bounds = np.searchsorted(starts, [s for s, _ in sentences_of(text)] + [len(text) + 1])
        self.sentences = [(int(a), int(b)) for a, b in zip(bounds, bounds[1:]) if b > a]

    def token_span(self, start, end):
        first = next((i for i, o in enumerate(self.offsets) if o[1] > start), None)
        last = next((i for i in range(len(self.offsets) - 1, -1, -1) if self.offsets[i][0] < end), None)
        return None if first is None or last is None or last < first else (first, last)

    def text_of(self, first, end):
        """Of the tokens first..end, half-open."""
        return self.text[self.offsets[first][0]:self.offsets[end - 1][1]]

    def window_around(self, rng, first, last, budget):
        """Grows from the sentences that hold first..last by neighbours, to a random size within budget."""
        budget = min(budget, rng.randint(45, max(46, budget))) if rng.random() < 0.6 else budget
        inside = [i for i, (a, b) in enumerate(self.sentences) if a <= last and b > first]
        lo, hi = inside[0], inside[-1]
        a, b = self.sentences[lo][0], self.sentences[hi][1]
        if b - a > budget:  # longer than a window: a run of tokens around the answer
            slack = max(0, budget - (last + 1 - first))
            a = max(a, min(first - rng.randint(0, slack), b - budget))
            return max(0, a), min(b, max(0, a) + budget)
        while True:
            sides = []
            if lo > 0 and b - self.sentences[lo - 1][0] <= budget:
                sides.append('before')
            if hi + 1 < len(self.sentences) and self.sentences[hi + 1][1] - a <= budget:
                sides.append('after')
            if not sides:
                return a, b
            if rng.choice(sides) == 'before':
                lo -= 1
                a = self.sentences[lo][0]
            else:
                hi += 1
                b = self.sentences[hi][1]
