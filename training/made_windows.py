"""Windows for questions that are made of the text itself: what a person is, and what a plain statement says."""
import re

from alter_question import STOP, disturb
from ask_sentence import CLAUSE, ask_about
from reword_question import ask_role, find_roles, reword

MAX_TOKENS = 120
TERM = re.compile(r"[\w'-]{4,}")
#: Of the statements, how many are asked about; most are a yes or no, of which a few teach as much as all.
SHARE = {'whole': 0.35, 'part': 1.0}
#: Share of the question's words that a window has to lack to be taken for one that does not answer.
LEAST_LACKING = 0.4


def role_windows(paragraphs, tokenizer, rng, title_ids, wordnet):
    """For each person of the article: a question for what they are, with a window that says it and with some that name them and do not."""
    found = [(paragraph, *role) for paragraph in paragraphs for role in find_roles(paragraph.text, wordnet)]
    for at, name, start, end in found:
        family, role = name.split()[-1], at.text[start:end]
        mentions = [(p, p.token_span(*m.span())) for p in paragraphs for m in re.finditer(rf'\b{re.escape(family)}\b', p.text)]
        rng.shuffle(mentions)
        for kind, (paragraph, span) in [('role', (at, at.token_span(start, end))), *(('norole', mention) for mention in mentions[:3])]:
            if not span:
                continue
            q = tokenizer.encode(disturb(ask_role(name, rng), rng), add_special_tokens=False).ids
            prefix = title_ids if rng.random() < 0.75 else []
            a, b = paragraph.window_around(rng, *span, MAX_TOKENS - 3 - len(q) - len(prefix))
            if not (a <= span[0] and span[1] < b):
                continue
            row = {'q': q, 'title': prefix, 'ids': paragraph.ids[a:b], 'kind': kind}
            text = paragraph.text[paragraph.offsets[a][0]:paragraph.offsets[b - 1][1]]
            if kind == 'role':
                yield {**row, 'starts': [span[0] - a], 'ends': [span[1] - a]}
            elif role.split()[-1].lower() not in text.lower() and not any(other.split()[-1] == family for other, *_ in find_roles(text, wordnet)):
                yield {**row, 'starts': [], 'ends': []}


def statement_windows(paragraphs, tokenizer, rng, title_ids, wordnet):
    """For plain statements of the article: a question that one answers, with its window, and with one that is about the same and does not answer."""
    for paragraph in paragraphs:
        for first, last in paragraph.sentences:
            at, end = paragraph.offsets[first][0], paragraph.offsets[last - 1][1]
            for question, *answer in ask_about(paragraph.text[at:end], wordnet, rng):
                whole = tuple(answer) == (0, end - at)
                if rng.random() > SHARE['whole' if whole else 'part']:
                    continue
                asked = disturb(question, rng)
                if rng.random() < 0.4:
                    asked = reword(asked, wordnet, rng) or asked
                q = tokenizer.encode(asked, add_special_tokens=False).ids[:40]
                prefix = title_ids if rng.random() < 0.75 else []
                budget = MAX_TOKENS - 3 - len(q) - len(prefix)
                span = paragraph.token_span(at + answer[0], at + answer[1])
                a, b = paragraph.window_around(rng, *span, budget)
                row = {'q': q, 'title': prefix}
                if a <= span[0] and span[1] < b:
                    positions = range(span[0] - a, span[1] + 1 - a)
                    clause = CLAUSE.search(paragraph.text, at + answer[0] + 2, at + answer[1])
                    least = paragraph.token_span(at + answer[0], clause.start() if clause else at + answer[1])
                    starts, ends = (positions, positions) if whole else ([span[0] - a], range(least[1] - a, span[1] + 1 - a))
                    yield {**row, 'ids': paragraph.ids[a:b], 'starts': list(starts), 'ends': list(ends), 'kind': 'made'}
                lure = find_lure(question, (paragraph, first), paragraphs)
                if lure and rng.random() < 0.7:
                    a, b = lure[0].window_around(rng, lure[1], lure[1], budget)
                    text = lure[0].text[lure[0].offsets[a][0]:lure[0].offsets[b - 1][1]]
                    if lure[0] is not paragraph and share_of(terms_of(question), text) <= 1 - LEAST_LACKING:
                        yield {**row, 'ids': lure[0].ids[a:b], 'starts': [], 'ends': [], 'kind': 'nomade'}


def find_lure(question, home, paragraphs):
    """The sentence of another paragraph that has most of the question's words without having too many: (paragraph, its first token)."""
    terms, best, place = terms_of(question), 0, None
    for paragraph in paragraphs:
        if paragraph is home[0]:
            continue
        for first, last in paragraph.sentences:
            share = share_of(terms, paragraph.text[paragraph.offsets[first][0]:paragraph.offsets[last - 1][1]])
            if best < share <= 1 - LEAST_LACKING:
                best, place = share, (paragraph, first)
    return place


def terms_of(question):
    return {word.lower()[:6] for word in TERM.findall(question) if word.lower() not in STOP}


def share_of(terms, text):
    words = {word.lower()[:6] for word in TERM.findall(text)}
    return len(terms & words) / len(terms) if terms else 0
