"""Questions made of plain statements: what something is, what it does, whether, and why. Question sets written for short answers have few of these."""
import re

SUBJECT = r"(?P<subject>(?:(?:The|A|An|Some|Many|Most|All) )?[A-Za-z][\w'’-]*(?: [\w'’-]+){0,4}?)(?P<aside> \([^)]{1,60}\))?"
AUXILIARY = r'(?P<aux>is|are|was|were|can|could|may|must|should|will|would|has|have|had)'
STATEMENT = re.compile(rf"^{SUBJECT} {AUXILIARY} (?P<rest>[^.;:]+)")
ACTION = re.compile(r"^(?P<subject>(?:The )?[A-Z][\w'’-]*(?: [a-z][\w'’-]+){0,2}?) (?P<verb>[a-z]{3,}) (?P<rest>[^.;:]+)")
REASON = re.compile(r",? (?P<reason>(?:because|due to|as a result of|in order to|thanks to)\b.*)")
#: Words that name nothing by themselves, or show that the subject is more than a name.
NO_SUBJECT = set('though before after during despite until unless like unlike upon then thus often sometimes today it he she they this these that those there such who which what when where while if as in on at for from by with and or but not both each one others however also '
                 'although since because its his her their we you i is are was were has have had can may of to some many most all only other another'.split())
CLAUSE = re.compile(r",| (?:which|that|who|because|while|although|and|but|where|when|after|before|since) ")
DEFINES = re.compile(r'^(?:an?|the|any|one of|those|type|kind) ')
DEFINITION_QUESTIONS = ('what {be} {it}', 'What {be} {it}?', '{it} definition', '{it} meaning', 'define {it}', 'what does {it} mean', '{it}')
ACTION_QUESTIONS = ('what {do} {it} do', 'What {do} {it} do?', 'role of {it}', 'what is the function of {it}', 'What is the role of {it}?')
#: 'It has a roof' is asked with 'does it have', 'it has fallen' with 'has it'.
OWNS = {'has': 'does', 'have': 'do', 'had': 'did'}
#: By its ending; a noun that is taken for one is only asked about the old way.
PARTICIPLE = re.compile(r"(?:\w+ly |not |also |been |never |since |always |often )*(?:\w+(?:ed|en|wn|ught|me|ne|ade|ut|et|ld|ad|eft|pt|ent|ost|on|un|it|ound))\b")
MAX_CLAUSE_WORDS = 10


def ask_about(sentence, wordnet, rng):
    """Yields (question, start, end) for one statement: the answer as offsets into it; the whole of it for a yes or no."""
    stated = STATEMENT.match(sentence)
    if stated and names_something(stated['subject']):
        it, aux, rest = written_inside(stated['subject'], wordnet), stated['aux'], stated['rest']
        body = stated.start('rest'), stated.end('rest')
        reason = REASON.search(rest)
        if reason and len(rest[: reason.start()].split()) <= MAX_CLAUSE_WORDS:
            yield f'why {aux} {it} {rest[: reason.start()]}', body[0] + reason.start('reason'), body[0] + reason.end('reason')
        if aux in ('is', 'are') and DEFINES.match(rest) and len(it.split()) <= 4:
            bare = re.sub(r'^(?:the|an?) ', '', it)
            question = rng.choice(DEFINITION_QUESTIONS)
            yield question.format(be=aux, it=it if '{be}' in question else bare), *body
        clause = CLAUSE.split(rest)[0].strip()
        if 2 <= len(clause.split()) <= MAX_CLAUSE_WORDS:
            owns = aux in OWNS and not PARTICIPLE.match(clause)
            yield f'{OWNS[aux]} {it} have {clause}' if owns else f'{aux} {it} {clause}', 0, len(sentence)
    done = ACTION.match(sentence)
    if done and not stated and names_something(done['subject']):
        base, many = base_verb(done['verb'], done['subject'], wordnet)
        if base:
            it, do = written_inside(done['subject'], wordnet), 'do' if many else 'does'
            question = rng.choice(ACTION_QUESTIONS)
            bare = re.sub(r'^the ', '', it)
            yield question.format(do=do, it=it if '{do}' in question else bare), done.start('verb'), done.end('rest')
            clause = CLAUSE.split(done['rest'])[0].strip()
            if 1 <= len(clause.split()) <= MAX_CLAUSE_WORDS:
                yield f'{do} {it} {base} {clause}', 0, len(sentence)


def names_something(subject):
    words = subject.lower().split()
    opening = NO_SUBJECT - {'some', 'many', 'most', 'all'}
    return words[0] not in opening and words[-1] not in NO_SUBJECT and not any(word in NO_SUBJECT for word in words[1:]) and not any(word.endswith('ly') for word in words)


def written_inside(subject, wordnet):
    """As it stands inside a sentence: an article or an everyday noun loses the capital of the sentence's first word."""
    first, *others = subject.split(' ')
    plain = first in ('The', 'A', 'An', 'Some', 'Many', 'Most', 'All') or not any(o[:1].isupper() for o in others) and (wordnet.is_plain(first) or wordnet.is_plain(re.sub('s$', '', first)))
    return ' '.join([first.lower() if plain and not first.isupper() else first, *others])


def base_verb(word, subject, wordnet):
    """The verb's plain form and whether the subject is many, or (None, False) where the word is no verb of that subject."""
    many = subject.endswith('s') and not subject.endswith('ss')
    stems = [word] if many else [word[:-1], word[:-2]] if word.endswith('es') else [word[:-1]] if word.endswith('s') else []
    for stem in stems:
        verb, noun, adjective = (wordnet.senses.get((stem, part), (0, []))[0] for part in ('verb', 'noun', 'adj'))
        if verb > noun and not adjective:
            return stem, many
    return None, False
