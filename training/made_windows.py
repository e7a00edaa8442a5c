"""Windows for questions that are made of the text itself: what a person is, and what a plain statement says."""
import re

from alter_question import STOP, disturb
from ask_sentence import CLAUSE, ask_about
from paragraph import MAX_QUESTION_TOKENS, MAX_TOKENS
from reword_question import ask_role, find_roles, reword

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
            text = paragraph.text_of(a, b)
            if kind == 'role':
                yield {**row, 'starts': [span[0] - a], 'ends': [span[1] - a]}
            elif role.split()[-1].lower() not in text.lower() and not any(other.split()[-1] == family for other, *_ in find_roles(text, wordnet)):
                yield {**row, 'starts': [], 'ends': []}


def statement_windows(paragraphs, tokenizer, rng, title_ids, wordnet):
    """For plain statements of the article: a question that one answers, with its window, and with one that is about the same and does not answer."""
    for paragraph in paragraphs:
        for first, last in paragraph.sentences:
            at = paragraph.offsets[first][0]
            sentence = paragraph.text_of(first, last)
            for question, start, end in ask_about(sentence, wordnet, rng):
                whole = (start, end) == (0, len(sentence))
                if rng.random() > SHARE['whole' if whole else 'part']:
                    continue
                asked = disturb(question, rng)
                if rng.random() < 0.4:
                    asked = reword(asked, wordnet, rng) or asked
                q = tokenizer.encode(asked, add_special_tokens=False).ids[:MAX_QUESTION_TOKENS]
                prefix = title_ids if rng.random() < 0.75 else []
                budget = MAX_TOKENS - 3 - len(q) - len(prefix)
                row = {'q': q, 'title': prefix}
                clause = CLAUSE.search(paragraph.text, at + start + 2, at + end)
                span = paragraph.token_span(at + start, at + end)
                least = paragraph.token_span(at + start, clause.start() if clause else at + end)
                a, b = paragraph.window_around(rng, *span, budget)
                if a <= span[0] and span[1] < b:
                    # A yes or no rests on the whole statement; other answers may end with their first clause or go on.
                    starts = range(span[0], span[1] + 1) if whole else [span[0]]
                    ends = range(span[0] if whole else least[1], span[1] + 1)
                    yield {**row, 'ids': paragraph.ids[a:b], 'starts': [s - a for s in starts], 'ends': [e - a for e in ends], 'kind': 'made'}
                lure = find_lure(question, paragraph, paragraphs)
                if lure and rng.random() < 0.7:
                    other, place = lure
                    a, b = other.window_around(rng, place, place, budget)
                    if share_of(terms_of(question), other.text_of(a, b)) <= 1 - LEAST_LACKING:
                        yield {**row, 'ids': other.ids[a:b], 'starts': [], 'ends': [], 'kind': 'nomade'}


def find_lure(question, home, paragraphs):
    """The sentence outside `home` that has most of the question's words without having too many: (paragraph, its first token)."""
    terms, best, place = terms_of(question), 0, None
    for paragraph in paragraphs:
        for first, last in paragraph.sentences if paragraph is not home else []:
            share = share_of(terms, paragraph.text_of(first, last))
            if best < share <= 1 - LEAST_LACKING:
                best, place = share, (paragraph, first)
    return place


def terms_of(question):
    return {word.lower()[:6] for word in TERM.findall(question) if word.lower() not in STOP}


def share_of(terms, text):
    words = {word.lower()[:6] for word in TERM.findall(text)}
    return len(terms & words) / len(terms) if terms else 0
