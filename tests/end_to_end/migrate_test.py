# SPDX-License-Identifier: Apache-2.0
"""`redress migrate`: a store of an earlier program is brought up to date, one of a later program is left alone, and one that is served is too."""
import contextlib
import sqlite3
import unittest

import support
from support import tour

MAIL = b"From: Anna Liepa <anna@example.org>\nSubject: Late\nContent-Type: text/plain; charset=utf-8\n\nMy parcel is late.\n"


class Migrate(support.EndToEnd):
    def migrate(self):
        return support.redress("migrate", data=self.folder / "data")

    def newest(self):
        with contextlib.closing(sqlite3.connect(self.folder / "data" / "store" / "redress.db")) as store:
            return store.execute("SELECT max(number) FROM migration").fetchone()[0]

    def change(self, statement):
        with contextlib.closing(sqlite3.connect(self.folder / "data" / "store" / "redress.db")) as store, store:
            store.execute(statement)

    def test_a_new_store_is_made_once(self):
        first, second = self.migrate(), self.migrate()

        self.assertEqual((first.returncode, first.stdout.decode()), (0, f"a new store, at migration {self.newest()}\n"))
        self.assertEqual((second.returncode, second.stdout.decode()), (0, f"up to date: migration {self.newest()}\n"))

    def test_an_older_store_is_brought_up_to_date_and_is_sound(self):
        server = self.serve()
        tour.take_in(server, MAIL)
        server.stop()
        newest = self.newest()
        self.change(f"DELETE FROM migration WHERE number = {newest}")  # the newest can be done over: it changes rows, and no table
        unread = support.redress("verify", data=self.folder / "data")

        migrated = self.migrate()

        self.assertEqual((unread.returncode, unread.stdout), (1, b""))
        self.assertIn("run `redress migrate` first", unread.stderr.decode())
        self.assertEqual((migrated.returncode, migrated.stdout.decode()), (0, f"migrated from {newest - 1} to {newest}\n"), migrated.stderr)
        self.assertEqual(support.redress("verify", data=self.folder / "data").returncode, 0)

    def test_a_store_of_a_later_program_is_left_alone(self):
        self.migrate()
        self.change("INSERT INTO migration (number) VALUES (9999)")

        refused = self.migrate()

        self.assertEqual((refused.returncode, refused.stdout), (1, b""))
        self.assertIn("it needs a newer program", refused.stderr.decode())

    def test_a_store_that_is_served_is_left_alone(self):
        self.serve()

        refused = self.migrate()

        self.assertEqual((refused.returncode, refused.stdout), (1, b""))
        self.assertIn("another process has the data directory", refused.stderr.decode())


if __name__ == "__main__":
    unittest.main()
