"""Shape of `languages/<language>/voices.toml`."""

import msgspec


class CueWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words that lead to a voice.

    Args:
        report_verbs: base form -> hedge it implies, empty when it implies none.
        address_verbs: report verbs that take the listener as object (`tell`).
        weak_report_verbs: those that report only before `that`, a quote or a comma,
            or after a document or body (`found`, `added`).
        strict_report_verbs: those that report only before `that`, a quote or a comma.
        evidence_verbs: those that things can do too (`the arrest suggests`): they
            report only after a voice, a document or a body.
        according: phrases followed by the voice; it vouches for the whole sentence.
        citing: words by which a reporter hands on another voice, which follows.
        counting_verbs: what bodies and documents do with numbers (`registered`): it
            makes them the voice of the number.
        quoting_verbs: verbs by which one voice quotes another (`quoted X as saying`).
        negations: words that undo a report (`could not confirm`).
        quoted_as: phrases after the voice, followed by the outlet it came through.
        speaking_to: phrases followed by the listener.
        told_by: phrases by which a voice hands on another voice, which follows.
        claim_nouns: noun -> hedge: `an allegation ... by X that`.
        unnamed: phrases that say that somebody said it, and nothing more.
        continuers: beginnings of a sentence that goes on with the same account.
        time_tails: words that end a voice's name (`Wednesday`, `in`).
        paired_verbs: verbs that report only before another word (`put ... at`).
        channels: what words may come by (`said by phone` names no voice).
        silent_verbs: verbs with a clause of their own that report nothing (`hope`).
        views: nouns of what one holds (`in his view`).
        relatives: words that begin a relative clause.
        describing: those of them that never begin what is said (`that` does).
        leads_in: words before a voice that are no part of its name (`according to`).
        bridges: adverbs that may stand between a voice and its verb.
        clause_starts: words that begin a clause before its subject.
        openers: words that may stand before the subject of a sentence (`Now`).
        joiners: words that join two clauses, each with its verb (`and`).
        clause_breaks: words that begin a clause of its own.
    """

    report_verbs: dict[str, str]
    address_verbs: frozenset[str]
    strict_report_verbs: frozenset[str]
    evidence_verbs: frozenset[str]
    weak_report_verbs: frozenset[str]
    paired_verbs: dict[str, str]
    channels: frozenset[str]
    silent_verbs: frozenset[str]
    according: tuple[str, ...]
    views: frozenset[str]
    citing: frozenset[str]
    counting_verbs: frozenset[str]
    quoting_verbs: frozenset[str]
    negations: frozenset[str]
    quoted_as: tuple[str, ...]
    speaking_to: tuple[str, ...]
    told_by: tuple[str, ...]
    claim_nouns: dict[str, str]
    unnamed: tuple[str, ...]
    continuers: tuple[str, ...]
    time_tails: frozenset[str]
    relatives: frozenset[str]
    describing: frozenset[str]
    leads_in: frozenset[str]
    bridges: frozenset[str]
    clause_starts: frozenset[str]
    openers: frozenset[str]
    joiners: frozenset[str]
    clause_breaks: frozenset[str]


class SourceWords(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True
):
    """Words that tell what kind of voice is named.

    Args:
        pseudonym: phrases that say a name is not the real one.
        whom: words that begin a clause on what somebody is called.
        being: verbs between `he` and his name.
        callers: verbs behind `whom the paper` and before a name that is not the real one.
        naming: words behind a description and before the name (`a man named X`).
        naming_people: the same, used of people only (`a man who gave the name X`).
        documents, data: nouns of things that are cited.
        persons: nouns of people who speak, singular.
        institutions: nouns of bodies that speak, singular.
        home_endings: ends of words that say where a body sits (`Seoul-based`).
        organisation_words: capitalised words that never stand in a person's name.
        generic_persons: nouns that stand for any person named before (`the man`).
        generic_bodies: nouns that stand for any body named before (`the agency`).
        titles: capitalised words before a person's name.
        another: words that make a new voice of the same profile.
        second: what is put before such a voice's name, e.g. `second`.
        media: nouns of outlets without a name (`media`, `newspaper`).
        outlet_words: words of the names of outlets that no list holds.
        singular_pronouns, plural_pronouns, thing_pronouns: by what they stand for.
        indefinite, definite: determiners.
        quantifiers: words before a plural that say how many of them (`all`).
        possessives: determiners that are no part of a name (`his`).
        plurals: plural nouns without a singular (`police`).
        also: words before a second description (`also a resident`).
        prepositions: words after which a name is somebody else's.
        forms_of_address: titles after which one name is enough.
        openings: words that open a sentence and are no name (`On Sunday`).
        owners: possessive -> pronoun.
        objects: form behind a verb or preposition -> pronoun (`him` -> `he`).
        repeated: words before what was named already (`the same service`).
        own_pronouns: by which a voice speaks of itself.
        own_listeners: nouns of those who ask for a page: what they are told, it is.
        genders: `he` and `she` -> words for people of whom that pronoun is used.
        gender_endings: the same for the ends of family names.
        ordinals: words that alone stand for one of several voices (`one`, `the second`).
        times: nouns of times, which never speak.
        shared_bodies: names that bodies of many countries bear (`foreign ministry`).
        anybody: words before a noun that names nobody in particular (`every man`).
        question_labels, answer_labels: what begins the turns of an interview (`Q`, `A`).
        guest_pronouns: words by which a guest speaks of himself, and hardly a page.
        host_pronouns: pronouns of the one who asks (`she spoke with us`).
        interviewing: words before the name of the one who asked (`Interview: X`).
        signing, signing_places: words before the name of a reporter on air (`this is
            X`, `From Riga, X`).
        on_air: words behind it (`X has more`).
        clip_labels: what stands before a label when a recording is played.
        bracket_clips: the same, in brackets only (`[Interview: X]`).
        ranks: short titles and the nouns they stand for (`prof`: `professor`).
        heard_voices: labels of somebody without a name, told of before.
        editors_notes: how a paragraph begins that is not part of a talk, in lower case.
        pseudonym_behind: phrases behind a name that say it is not the real one.
        hosts: words for the one who leads a printed talk.
        lead_roles: nouns by which a first sentence hides the person named next.
    """

    pseudonym: tuple[str, ...]
    whom: tuple[str, ...]
    being: tuple[str, ...]
    callers: tuple[str, ...]
    naming: tuple[str, ...]
    naming_people: tuple[str, ...]
    documents: frozenset[str]
    data: frozenset[str]
    persons: frozenset[str]
    institutions: frozenset[str]
    home_endings: tuple[str, ...]
    organisation_words: frozenset[str]
    generic_persons: frozenset[str]
    generic_bodies: frozenset[str]
    titles: frozenset[str]
    another: frozenset[str]
    second: str
    media: frozenset[str]
    outlet_words: frozenset[str]
    singular_pronouns: frozenset[str]
    plural_pronouns: frozenset[str]
    thing_pronouns: frozenset[str]
    indefinite: frozenset[str]
    definite: frozenset[str]
    quantifiers: frozenset[str]
    possessives: frozenset[str]
    plurals: frozenset[str]
    also: frozenset[str]
    prepositions: frozenset[str]
    forms_of_address: frozenset[str]
    lead_roles: frozenset[str]
    own_pronouns: frozenset[str]
    own_listeners: frozenset[str]
    genders: dict[str, frozenset[str]]
    gender_endings: dict[str, tuple[str, ...]]
    ordinals: frozenset[str]
    repeated: frozenset[str]
    owners: dict[str, str]
    objects: dict[str, str]
    openings: frozenset[str]
    times: frozenset[str]
    shared_bodies: frozenset[str]
    anybody: frozenset[str]
    question_labels: frozenset[str]
    answer_labels: frozenset[str]
    guest_pronouns: frozenset[str]
    host_pronouns: frozenset[str]
    interviewing: frozenset[str]
    signing: frozenset[str]
    signing_places: frozenset[str]
    on_air: tuple[str, ...]
    clip_labels: tuple[str, ...]
    bracket_clips: tuple[str, ...]
    ranks: dict[str, str]
    heard_voices: frozenset[str]
    editors_notes: tuple[str, ...]
    pseudonym_behind: tuple[str, ...]
    hosts: frozenset[str]


class Withdrawals(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True
):
    """Words by which a page takes a number back.

    Args:
        taking_back: phrases before such a number (`an earlier version`).
        vouching: phrases that open a sentence on when such a number was right (`that
            was the count for 2023`).
        written: the same in a note that corrects a page (`we wrote`).
        notes: words of such a note, or of its headline (`correction`).
        turns: words behind which the right number stands (`it is`).
        wrong: what is said of such a number (`was wrong`).
        ruling_out: words right before such a number (`not`).
        allowing: words before these that rule nothing out (`if not 900`).
        correcting: base forms of verbs that replace a number; `replaced` the words
            before the old one (`corrected from 900 to 90`).
        versions: nouns of an older state of a page; `older` the words before them.
        texts: what a page calls itself (`this article`).
    """

    taking_back: tuple[str, ...]
    vouching: tuple[str, ...]
    written: tuple[str, ...]
    notes: frozenset[str]
    turns: tuple[str, ...]
    wrong: tuple[str, ...]
    ruling_out: frozenset[str]
    allowing: frozenset[str]
    correcting: frozenset[str]
    replaced: frozenset[str]
    versions: frozenset[str]
    older: frozenset[str]
    texts: frozenset[str]


class VoiceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Tables of `voices.toml`; each field is one key.

    Words are in lower case; verbs in their base form.

    Args:
        abbreviations: words with a full stop that end no sentence.
        irregular: form -> base form, where the endings below do not lead to it.
        endings: (ending, what replaces it, letters that must remain) in order.
        closed_classes: part of speech -> words, for guesses without a parser.
        noun_forms: forms of such verbs that are mostly nouns.
        participles: endings of participles, for guesses without a parser.
        tense_helpers: helping verb -> the tense it gives, the first that is there.
        past_helpers: helping verbs of what is over.
        verbs: base forms known as verbs, for guesses without a parser.
        unnamed_hosts: what an unnamed `mirror` or `blog` is called in a chain.
        unnamed_voice: name of a voice of which only its existence is told.
        report_of: how a report without a name is called; `{}` is its maker.
        working_verbs: verbs that make citizens workers (`30,000 citizens work in X`).
        together: what joins two places to one (`A and B`).
        definite_again: words before a group that was named more exactly before.
        elided_people: what follows a bare number of people (`of them`).
        sites: nouns of one site (`hostel`).
        pointers: words that point back to a place (`there`).
        one_site: determiners before a site that was named or is one of its kind.
        papers: units that a change may count without repeating them (`visas`).
        elsewhen: times told by another one (`a year earlier`).
        part_words: prepositions that lead on to the thing counted (`most of`).
        comparers: phrases before the number that another is held against.
        working_words: nouns that make citizens workers (`had jobs in X`).
        compared: words before a number that another is held against (`from`).
        leaning: words that begin a clause about the clause before it (`compared`).
        totals: words before the size of a group (`the number of workers was`).
        perfect: helping verbs of what goes on until now (`have not been replaced`).
        past_forms: verb forms of what is over.
        cues: words that lead to a voice.
        sources: words that tell what kind of voice it is.
        hedges: hedge -> words and phrases that make it.
        suppositions: words and phrases that begin a condition (`if`).
        tallies: phrases that only say how it is counted (`if you add`).
        asking: words before `if` that make it a question (`asked if`).
        asking_whom: verbs that do so with who is asked in between (`asked him if`).
        open_questions: words and phrases that begin what is only asked (`whether`).
        inverted: verbs that begin a condition where they open a sentence (`Should`).
        would: helping verbs of what has not happened, whatever it hangs on.
        hanging: those of what hangs on a condition that stands beside it.
        months_too: words that name a month where they have a capital letter (`May`).
        forecasts: words and phrases about what has not happened yet.
        withdrawals: words by which a page takes a number back.
        verb_classes: what a verb makes of a number of people: `stative` a stock,
            `eventive` a flow, `momentary` a count, `either` a stock or a flow.
    """

    abbreviations: frozenset[str]
    irregular: dict[str, str]
    endings: tuple[tuple[str, str, int], ...]
    closed_classes: dict[str, frozenset[str]]
    participles: tuple[str, ...]
    tense_helpers: dict[str, str]
    past_helpers: frozenset[str]
    noun_forms: frozenset[str]
    verbs: frozenset[str]
    unnamed_hosts: dict[str, str]
    unnamed_voice: str
    report_of: str
    working_verbs: frozenset[str]
    together: tuple[str, ...]
    definite_again: frozenset[str]
    elided_people: tuple[str, ...]
    sites: frozenset[str]
    pointers: frozenset[str]
    one_site: frozenset[str]
    papers: frozenset[str]
    elsewhen: tuple[str, ...]
    part_words: frozenset[str]
    comparers: tuple[str, ...]
    working_words: frozenset[str]
    compared: frozenset[str]
    leaning: frozenset[str]
    totals: frozenset[str]
    perfect: frozenset[str]
    past_forms: frozenset[str]
    cues: CueWords
    sources: SourceWords
    hedges: dict[str, tuple[str, ...]]
    suppositions: tuple[str, ...]
    tallies: tuple[str, ...]
    asking: frozenset[str]
    asking_whom: frozenset[str]
    open_questions: tuple[str, ...]
    inverted: frozenset[str]
    would: frozenset[str]
    hanging: frozenset[str]
    months_too: frozenset[str]
    forecasts: tuple[str, ...]
    withdrawals: Withdrawals
    verb_classes: dict[str, frozenset[str]]
