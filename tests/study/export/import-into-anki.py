"""Imports .apkg files, one after the other, into a new collection by Anki's own importer, and prints what is there
after each, as a line of JSON. Needs `pip install anki`."""

import json
import sys
import tempfile
from pathlib import Path

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

with tempfile.TemporaryDirectory() as folder:
    collection = Collection(str(Path(folder) / "collection.anki2"))
    for file in sys.argv[1:]:
        request = ImportAnkiPackageRequest(package_path=file, options=ImportAnkiPackageOptions())
        log = collection.import_anki_package(request).log
        notes = [collection.get_note(note) for note in collection.find_notes("")]
        print(
            json.dumps(
                {
                    "new": len(log.new),
                    "updated": len(log.updated),
                    "cards": collection.card_count(),
                    "decks": sorted(deck.name for deck in collection.decks.all_names_and_ids()),
                    "noteTypes": sorted({note.note_type()["name"] for note in notes}),
                    "tags": sorted(collection.tags.all()),
                    "notes": [
                        {
                            "guid": note.guid,
                            "fields": note.fields,
                            "question": note.cards()[0].question(),
                            "answer": note.cards()[0].answer(),
                        }
                        for note in notes
                    ],
                }
            )
        )
    collection.close()
