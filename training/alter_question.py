"""Questions made from questions: altered ones that look alike and are no longer answered, and disturbed ones as people type them."""
import re

STOP = set('who whom whose what which when where why how is are was were do does did can could will would has have had the a an of in on at to for from by with and or not that this it its their his her name many much long'.split())
OPPOSITES = {}
for pair in ('first last|before after|highest lowest|largest smallest|most least|north south|east west|northern southern|eastern western|more fewer|'
             'increase decrease|began ended|won lost|start stop|oldest youngest|early late|above below|husband wife|buy sell|biggest smallest|higher lower|'
             'older younger|best worst|longest shortest|earliest latest|maximum minimum|male female|like dislike|beginning end|good bad|old new|modern ancient|'
             'rich poor|win lose|increased decreased|gained lost|majority minority|positive negative|allowed forbidden|love hate').split('|'):
    one, other = pair.split()
    OPPOSITES[one], OPPOSITES[other] = other, one
ENTITY = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][\w'-]+(?: [A-Z][\w'-]+)*")
NUMBER = re.compile(r'\b\d[\d,.]*\b')
WORD = re.compile(r'(?<![\w\'-])[a-z]{4,}(?![\w\'-])')
ENDINGS = ('ing', 'ed', 'ly', 'tion', 's')


def collect_vocabulary(articles):
    contexts = [p['context'] for a in articles for p in a['paragraphs']]
    questions = [q['question'] for a in articles for p in a['paragraphs'] for q in p['qas']]
    return {'entities': [e for c in contexts for e in ENTITY.findall(c)][:4000], 'words': [w for q in questions for w in WORD.findall(q)][:8000]}


def ending(word):
    return next((e for e in ENDINGS if word.endswith(e)), '')


def alter(question, context, answers, vocabulary, rng):
    """A question that looks like `question` and that `context` no longer answers, or None: an entity, number or word swapped, an opposite, a negation."""
    kinds = ['entity', 'entity', 'number', 'number', 'word', 'word', 'opposite', 'opposite', 'negation']
    rng.shuffle(kinds)
    for kind in dict.fromkeys(kinds):
        changed = CHANGES[kind](question, context, answers, vocabulary, rng)
        if changed:
            return changed
    return None


def swap_entity(question, context, answers, vocabulary, rng):
    found = [m for m in ENTITY.finditer(question) if m.group().lower() not in STOP]
    if not found:
        return None
    match = rng.choice(found)
    pool = ENTITY.findall(context) if rng.random() < 0.6 else vocabulary['entities']
    pool = [e for e in pool if e.lower() not in question.lower() and match.group().lower() not in e.lower()
            and not any(e.lower() in a.lower() or a.lower() in e.lower() for a in answers)]
    return replace(question, match, rng.choice(pool)) if pool else None


def swap_number(question, context, answers, vocabulary, rng):
    found = list(NUMBER.finditer(question))
    if not found:
        return None
    match = rng.choice(found)
    pool = [n for n in NUMBER.findall(context) if n not in question and n not in ' '.join(answers)] or [str(rng.randint(2, 2020))]
    return replace(question, match, rng.choice(pool))


def swap_word(question, context, answers, vocabulary, rng):
    low = context.lower()
    found = [m for m in WORD.finditer(question) if m.group() not in STOP and m.group()[:5] in low]
    if not found:
        return None
    match = rng.choice(found)
    inside = rng.random() < 0.5
    pool = [w for w in (WORD.findall(context) if inside else vocabulary['words'])
            if ending(w) == ending(match.group()) and w not in STOP and w[:5] != match.group()[:5] and w not in question
            and (inside or w[:5] not in low) and not any(w in a.lower() for a in answers)]
    return replace(question, match, rng.choice(pool)) if pool else None


def use_opposite(question, context, answers, vocabulary, rng):
    found = [m for m in re.finditer(r'[A-Za-z]+', question) if m.group().lower() in OPPOSITES]
    if not found:
        return None
    match = rng.choice(found)
    return replace(question, match, OPPOSITES[match.group().lower()])


def negate(question, context, answers, vocabulary, rng):
    match = re.search(r'\b(did|does|do|was|were|is|are|can|could|has|have|had)\b', question)
    if not match or rng.random() > 0.3:
        return None
    return question[: match.end()] + "n't" + question[match.end():]


CHANGES = {'entity': swap_entity, 'number': swap_number, 'word': swap_word, 'opposite': use_opposite, 'negation': negate}


def replace(text, match, words):
    return text[: match.start()] + words + text[match.end():]


def disturb(question, rng):
    """As people type: mostly as it was, else without its mark, contracted, as keywords, or with one slip of the keyboard."""
    draw = rng.random()
    if draw < 0.55:
        return question
    bare = question.rstrip(' ?.')
    if draw < 0.75:
        return bare
    if draw < 0.82:
        return re.sub(r'^(Who|What|Where|When|How) is\b', r"\1's", re.sub(r'^(who|what|where|when|how) is\b', r'\1s', bare))
    if draw < 0.92:
        kept = [w for w in bare.split() if w.lower() not in STOP or w.lower() in ('who', 'when', 'where', 'why', 'how', 'not')]
        return ' '.join(kept) if len(kept) > 2 else bare
    words = bare.split()
    long = [i for i, w in enumerate(words) if len(w) > 4 and w.isalpha()]
    if not long:
        return bare
    i = rng.choice(long)
    at = rng.randrange(1, len(words[i]) - 1)
    word = words[i]
    words[i] = word[:at] + word[at + 1] + word[at] + word[at + 2:] if rng.random() < 0.5 else word[:at] + word[at + 1:]
    return ' '.join(words)
