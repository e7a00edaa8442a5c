"""Question sets in SQuAD format -> windows to train and to judge a reader on.

    python prepare_windows.py QA_DIR TOKENIZER.json OUT.pkl [--ranked FILE…] [--wordnet DIR]

QA_DIR holds NAME.json.gz files. A window is a run of whole sentences of one paragraph, with the article's title before it
where the set has titles; question, title and run together have at most MAX_TOKENS tokens. Articles (for sets without
articles: paragraphs) are held out as a whole; their windows are judged on and never trained on. `--ranked` adds hard
negatives from a ranking of the product's own, `--wordnet` questions in other words and questions made of the text itself.
"""
import argparse
import gzip
import json
import pickle
import random
import re
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from tokenizers import Tokenizer

from alter_question import alter, collect_vocabulary, disturb
from made_windows import role_windows, statement_windows
from paragraph import MAX_QUESTION_TOKENS, MAX_TOKENS, Paragraph
from reword_question import WordNet, contradict, reword

MAX_ANSWER_TOKENS = 40
SEED = 7
TITLED = {'new-wiki', 'squad2', 'selqa'}
WHOLE_SENTENCE = {'selqa'}
HELD_OUT = {'new-wiki': 5, 'squad2': 3}
HELD_OUT_SHARE = 0.07
SETS = ['new-wiki', 'squad2', 'selqa', 'qamr', 'fairytale', 'reddit', 'amazon']


def read_sets(folder, names=SETS):
    for name in names:
        file = Path(folder) / f'{name}.json.gz'
        articles = json.load(gzip.open(file))['data']
        if name in ('reddit', 'amazon', 'qamr'):  # no article holds them together: negatives come from all
            articles = [{'title': '', 'paragraphs': [p]} for a in articles for p in a['paragraphs']]
        yield name, articles


def held_out(name, count):
    """Indexes of the articles that are judged on and never trained on."""
    order = list(range(count))
    random.Random(SEED).shuffle(order)
    return set(order[: HELD_OUT.get(name, max(1, round(count * HELD_OUT_SHARE)))])


def allowed_spans(paragraph, window, answers, whole_sentence):
    """Start and end positions within the window that count as right; several annotators may differ."""
    a, b = window
    starts, ends = set(), set()
    for answer in answers:
        span = paragraph.token_span(answer['answer_start'], answer['answer_start'] + len(answer['text']))
        if span and a <= span[0] and span[1] < b:
            if whole_sentence:  # the set says which sentence answers, not which words
                starts.update(range(span[0] - a, span[1] + 1 - a))
                ends.update(range(span[0] - a, span[1] + 1 - a))
            elif span[1] - span[0] <= MAX_ANSWER_TOKENS:
                starts.add(span[0] - a)
                ends.add(span[1] - a)
    return sorted(starts), sorted(ends)


def contains_answer(text, answers):
    folded = f' {fold(text)} '
    return any(f" {fold(a['text'])} " in folded for a in answers if fold(a['text']))


def fold(text):
    return re.sub(r'\W+', ' ', text.lower()).strip()


def windows_of_set(name, articles, tokenizer, rng, ranked, wordnet):
    """Yields (held_out, row); a row is {q, title, ids, starts, ends, kind, set}: token ids, positions in `ids`, null if empty."""
    held = held_out(name, len(articles))
    print(name, 'articles', len(articles), 'held out', [articles[i]['title'] for i in held][:6], flush=True)
    encoded = [[Paragraph(tokenizer, p['context']) for p in article['paragraphs']] for article in articles]
    vectorizer = TfidfVectorizer(sublinear_tf=True, token_pattern=r'\w+')
    flat = [(i, j) for i, ps in enumerate(encoded) for j in range(len(ps))]
    matrix = vectorizer.fit_transform([encoded[i][j].text for i, j in flat])
    row_of = {at: k for k, at in enumerate(flat)}
    apart = len(articles) > 1 and all(len(ps) == 1 for ps in encoded)
    vocabulary_of_all = collect_vocabulary(articles[:400]) if apart else None
    for i, article in enumerate(articles):
        title = re.sub(r'_+', ' ', article.get('title') or '') if name in TITLED else ''
        title_ids = tokenizer.encode(f'{title}:', add_special_tokens=False).ids[:14] if title else []
        vocabulary = vocabulary_of_all or collect_vocabulary([article])
        own_rows = [row_of[(i, j)] for j in range(len(encoded[i]))]
        if wordnet and name in TITLED:
            made = [*role_windows(encoded[i], tokenizer, rng, title_ids, wordnet), *statement_windows(encoded[i], tokenizer, random.Random(f'{SEED} {name} {i}'), title_ids, wordnet)]
            for asked in made:
                yield i in held, {**asked, 'set': name, 'group': (i, -1, -1)}
        for j, source in enumerate(article['paragraphs']):
            paragraph = encoded[i][j]
            if not source['qas'] or not paragraph.ids:
                continue
            queries = vectorizer.transform([qa['question'] for qa in source['qas']])
            pool = list(range(len(flat))) if apart else own_rows
            similarity = (queries @ matrix[pool].T).toarray()
            for n, qa in enumerate(source['qas']):
                out = []
                prefix = title_ids if rng.random() < 0.75 else []

                def row(question, window_ids, starts, ends, kind):
                    q = tokenizer.encode(question, add_special_tokens=False).ids[:MAX_QUESTION_TOKENS]
                    out.append({'q': q, 'title': prefix, 'ids': window_ids, 'starts': starts, 'ends': ends, 'kind': kind, 'set': name, 'group': (i, j, n)})

                question = disturb(qa['question'], rng)
                size = len(tokenizer.encode(question, add_special_tokens=False).ids[:MAX_QUESTION_TOKENS])
                budget = MAX_TOKENS - 3 - size - len(prefix)
                answers = [] if qa.get('is_impossible') else qa['answers']
                if not answers:
                    if name == 'fairytale' or not qa.get('is_impossible'):
                        continue
                    near = qa.get('plausible_answers') or []
                    span = paragraph.token_span(near[0]['answer_start'], near[0]['answer_start'] + 1) if near else None
                    middle = span[0] if span else rng.randrange(len(paragraph.ids))
                    a, b = paragraph.window_around(rng, middle, middle, budget)
                    row(question, paragraph.ids[a:b], [], [], 'imp')
                    for r in out:
                        yield i in held, r
                    continue
                spans = [s for s in (paragraph.token_span(x['answer_start'], x['answer_start'] + len(x['text'])) for x in answers) if s]
                if not spans:
                    continue
                spans.sort(key=lambda s: s[1] - s[0])
                first, last = spans[(len(spans) - 1) // 2]
                if last - first > MAX_ANSWER_TOKENS and name not in WHOLE_SENTENCE:
                    continue
                window = paragraph.window_around(rng, first, last, budget)
                starts, ends = allowed_spans(paragraph, window, answers, name in WHOLE_SENTENCE)
                if not starts:
                    continue
                ids = paragraph.ids[window[0]:window[1]]
                row(question, ids, starts, ends, 'pos')
                if wordnet and rng.random() < 0.4:
                    reworded = reword(qa['question'], wordnet, rng)
                    if reworded:
                        row(disturb(reworded, rng), ids, starts, ends, 'para')
                text, said = paragraph.text_of(*window), [x['text'] for x in answers]
                if rng.random() < 0.5:
                    altered = alter(qa['question'], text, said, vocabulary, rng)
                    if altered:
                        row(altered, ids, [], [], 'syn')
                if wordnet and rng.random() < 0.5:
                    contrary = contradict(qa['question'], paragraph.text, said, wordnet, rng)
                    if contrary:
                        row(disturb(contrary, rng), ids, [], [], 'anti')
                others = [k for k, (a, b) in enumerate(paragraph.sentences) if not contains_answer(paragraph.text_of(a, b), answers) and not any(s[0] < b and s[1] >= a for s in spans)]
                if others and len(paragraph.sentences) > 2:
                    k = rng.choice(others)
                    lo, hi = k, k + 1
                    while hi in others and paragraph.sentences[hi][1] - paragraph.sentences[lo][0] <= budget:
                        hi += 1
                    a, b = paragraph.sentences[lo][0], min(paragraph.sentences[hi - 1][1], paragraph.sentences[lo][0] + budget)
                    if b - a > 12:
                        row(question, paragraph.ids[a:b], [], [], 'same')
                best = np.argsort(-similarity[n])[:8]
                lures = [flat[pool[k]] for k in best if flat[pool[k]] != (i, j)]
                lures = [at for at in lures if not contains_answer(encoded[at[0]][at[1]].text, answers) and encoded[at[0]][at[1]].ids and (at[0] in held) == (i in held)]
                if lures:
                    lure = encoded[lures[0][0]][lures[0][1]] if rng.random() < 0.5 else encoded[(at := rng.choice(lures[:4]))[0]][at[1]]
                    terms = set(fold(qa['question']).split())
                    overlap = [len(terms & set(fold(lure.text_of(a, b)).split())) for a, b in lure.sentences]
                    k = int(np.argmax(overlap))
                    a, b = lure.window_around(rng, lure.sentences[k][0], lure.sentences[k][0], budget)
                    row(question, lure.ids[a:b], [], [], 'neg')
                for at, p, words in ranked.get(f'{name}:{i}-{j}-{n}', []):
                    lure = encoded[at][p]
                    found = lure.text.find(words[:40])
                    span = lure.token_span(found, found + 1) if found >= 0 else None
                    if not span:
                        continue
                    a, b = lure.window_around(rng, span[0], span[0], budget)
                    text = lure.text_of(a, b)
                    if contains_answer(text, answers):
                        starts, ends = ([], []) if (at, p) != (i, j) else allowed_spans(paragraph, (a, b), answers, name in WHOLE_SENTENCE)
                        if starts:
                            row(question, lure.ids[a:b], starts, ends, 'found')
                    else:
                        row(question, lure.ids[a:b], [], [], 'own')
                for r in out:
                    yield i in held, r


def read_ranked(files):
    """Question id -> (article, paragraph, words) of the product's first candidates, from predictions on what write_dataset.py made."""
    out = {}
    for file in files or []:
        for line in map(json.loads, open(file)):
            out[line['id']] = [(int(c['articleId'].rsplit('-', 1)[1]), c['paragraph'] - 1, c['text']) for c in line['ranking']]
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('qa')
    parser.add_argument('tokenizer')
    parser.add_argument('out')
    parser.add_argument('--ranked', nargs='*', help='predictions of `npm run evaluate` on what write_dataset.py made')
    parser.add_argument('--wordnet', help="folder of WordNet's dictionary files")
    parser.add_argument('--sets', nargs='+', default=SETS)
    args = parser.parse_args()
    tokenizer = Tokenizer.from_file(args.tokenizer)
    tokenizer.no_truncation()
    tokenizer.no_padding()
    ranked = read_ranked(args.ranked)
    wordnet = WordNet(args.wordnet) if args.wordnet else None
    train, judge = [], []
    for name, articles in read_sets(args.qa, args.sets):
        for is_held, row in windows_of_set(name, articles, tokenizer, random.Random(SEED), ranked, wordnet):
            (judge if is_held else train).append(row)
    for title, rows in (('train', train), ('judge', judge)):
        print(title, len(rows), dict(Counter((r['set'], r['kind']) for r in rows)), 'mean tokens', round(float(np.mean([len(r['ids']) + len(r['q']) + len(r['title']) + 3 for r in rows])), 1))
    with open(args.out, 'wb') as out:
        pickle.dump({'train': train, 'judge': judge, 'cls': tokenizer.token_to_id('[CLS]'), 'sep': tokenizer.token_to_id('[SEP]')}, out)


if __name__ == '__main__':
    main()
