"""Questions reworded with WordNet: the same question in other words, and questions for what a person is."""
import re
from functools import cache
from pathlib import Path

from alter_question import STOP, replace

WORD = re.compile(r"(?<![\w'-])[a-z]{4,}(?![\w'-])")
PARTS = ('noun', 'verb', 'adj', 'adv')
#: Words with more senses than this are put by a synonym of the wrong one too often.
MAX_SENSES = 5
#: Root of all people in WordNet 3.0.
PERSON = '00007846'
#: Kinds of people that are no work.
NO_ROLES = set('sir lady father mother son daughter brother sister wife husband child saint lord master the great part man woman friend adult'.split())
NAME = r"[A-Z][a-z'’-]+(?: [A-Z]\.)?(?: (?:von|van|de|da|bin|al|el))?(?: [A-Z][a-z'’-]+){1,2}"
ROLE_QUESTIONS = ("What is {}'s job?", "What's {}'s job?", 'What job does {} have?', 'What does {} do?', "What is {}'s position?", "What is {}'s profession?",
                  "What is {}'s post?", "What office does {} hold?", "What is {}'s role?", 'Who is {}?', "Who's {}?", 'What is {}?')


class WordNet:
    """Princeton WordNet 3.0 as its dictionary files have it (Debian's wordnet-base puts them into /usr/share/wordnet)."""

    def __init__(self, folder):
        self.senses, self.synsets, self.parents, self.opposites = {}, {}, {}, {}
        for part in PARTS:
            for line in open(Path(folder) / f'index.{part}'):
                if line.startswith(' '):
                    continue
                fields = line.split()
                pointers, tagged = int(fields[3]), int(fields[5 + int(fields[3])])
                self.senses[(fields[0], part)] = (tagged, fields[6 + pointers:])
            for line in open(Path(folder) / f'data.{part}'):
                if line.startswith(' '):
                    continue
                fields = line.split()
                words = [fields[4 + 2 * k] for k in range(int(fields[3], 16))]
                self.synsets[(fields[0], part)] = [re.sub(r'\(\w+\)$', '', word) for word in words]
                for i, field in enumerate(fields):
                    if field == '!' and fields[i + 3] != '0000':
                        self.opposites.setdefault(words[int(fields[i + 3][:2], 16) - 1], []).append((fields[i + 1], int(fields[i + 3][2:], 16) - 1, part))
                if part == 'noun':
                    self.parents[fields[0]] = [fields[i + 1] for i, field in enumerate(fields) if field in ('@', '@i') and fields[i + 1].isdigit()]

    def count_senses(self, word):
        return sum(len(self.senses.get((word, part), (0, []))[1]) for part in PARTS)

    @cache
    def synonyms(self, word, part):
        """Of the word's most frequent sense, where the word has few and texts were tagged with it; plain words alone."""
        tagged, offsets = self.senses.get((word, part), (0, []))
        if not tagged or self.count_senses(word) > MAX_SENSES:
            return []
        same = self.synsets[(offsets[0], part)]
        return [other for other in same if other != word and other.isalpha() and other.islower() and len(other) > 2 and self.senses.get((other, part), (0,))[0]]

    @cache
    def antonyms(self, word):
        """Words that texts were tagged with and that say the contrary, of words with few senses."""
        if self.count_senses(word) > 2 * MAX_SENSES:
            return []
        found = [(self.synsets[(at, part)][place], part) for at, place, part in self.opposites.get(word, [])]
        return [other for other, part in found if other.isalpha() and self.senses.get((other, part), (0,))[0]]

    @cache
    def is_person(self, word):
        """Whether the noun's most frequent sense is a kind of person."""
        _, offsets = self.senses.get((word.lower(), 'noun'), (0, []))
        found, open_ = set(), offsets[:1]
        while open_:
            at = open_.pop()
            if at == PERSON:
                return True
            if at not in found:
                found.add(at)
                open_ += self.parents.get(at, [])
        return False

    def is_role(self, word):
        """What somebody can be by work: a kind of person, and not an adjective ('American', 'radical')."""
        low = word.lower()
        _, offsets = self.senses.get((low, 'noun'), (0, []))
        return low not in NO_ROLES and (low, 'adj') not in self.senses and self.is_person(low) and low in self.synsets[(offsets[0], 'noun')]

    def is_plain(self, word):
        """Whether the word of a name is an everyday noun ('Association'): then nobody is called so."""
        return self.senses.get((word.lower(), 'noun'), (0,))[0] > 0


def reword(question, wordnet, rng):
    """The question with one or two words put by synonyms, or None where none is known."""
    slots = []
    for match in WORD.finditer(question):
        if match.group() in STOP:
            continue
        others = forms(match.group(), wordnet)
        if others:
            slots.append((match, others))
    if not slots:
        return None
    rng.shuffle(slots)
    for match, others in sorted(slots[: rng.choice((1, 1, 2))], key=lambda slot: -slot[0].start()):
        question = replace(question, match, rng.choice(others))
    return question


def forms(word, wordnet):
    """Synonyms in the word's own form: plain, plural or regular past."""
    for ending, parts in (('s', ('noun', 'verb')), ('ed', ('verb',)), ('', ('noun', 'verb', 'adj', 'adv'))):
        if not word.endswith(ending):
            continue
        stems = [word] if not ending else [word[: -len(ending)], word[:-1]] if ending == 'ed' else [word[:-1]]
        found = [inflect(other, ending) for part in parts for stem in stems for other in wordnet.synonyms(stem, part)]
        if found:
            return list(dict.fromkeys(found))
    return []


def contradict(question, context, answers, wordnet, rng):
    """The question with one word of the text's put by its contrary, which neither text nor answers have, or None."""
    said = context.lower()
    slots = []
    for match in WORD.finditer(question):
        word = match.group()
        if word in STOP or word[:5] not in said:
            continue
        ending = 's' if word.endswith('s') else 'ed' if word.endswith('ed') else ''
        stems = [word] if not ending else [word[: -len(ending)], word[:-1]]
        others = [inflect(other, ending) for stem in stems for other in wordnet.antonyms(stem)]
        others = [other for other in others if other[:5] not in said and not any(other in answer.lower() for answer in answers)]
        if others:
            slots.append((match, others))
    if not slots:
        return None
    match, others = rng.choice(slots)
    return replace(question, match, rng.choice(others))


def inflect(word, ending):
    if ending == 's':
        return word[:-1] + 'ies' if re.search(r'[^aeiou]y$', word) else word + ('es' if re.search(r'(s|x|ch|sh)$', word) else 's')
    if ending == 'ed':
        return word + 'd' if word.endswith('e') else word[:-1] + 'ied' if re.search(r'[^aeiou]y$', word) else word + 'ed'
    return word


def find_roles(text, wordnet):
    """Yields (name, start, end): what somebody named in the text is, by the words beside the name."""
    for match in re.finditer(rf"(?P<role>\b(?:[A-Za-z][a-z'’-]+ ){{0,3}}[A-Za-z][a-z-]+) (?P<name>{NAME})", text):
        words = list(re.finditer(r'\S+', match['role']))
        if not wordnet.is_role(words[-1].group()) or wordnet.is_plain(match['name'].split()[-1]):
            continue
        first = len(words) - 1
        while first > 0 and re.match(r'[A-Z]', words[first - 1].group()) and words[first - 1].start() > 0:
            first -= 1
        yield match['name'], match.start() + words[first].start(), match.end('role')
    for match in re.finditer(rf"(?P<name>{NAME})(?:, | (?:is|was) )(?:an?|the) (?P<role>[A-Za-z][^,.;:()]{{3,60}}?)(?=[,.;:(]| who | whose | and | from | born )", text):
        if any(wordnet.is_role(word) for word in re.findall(r'[a-z-]+', match['role'].split(' of ')[0])[-1:]) and not wordnet.is_plain(match['name'].split()[-1]):
            yield match['name'], match.start('role'), match.end('role')


def ask_role(name, rng):
    """A question for what the person is, who is called by the last name as often as by the whole."""
    return rng.choice(ROLE_QUESTIONS).format(name if rng.random() < 0.5 else name.split()[-1])
