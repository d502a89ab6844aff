from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from making import BRIDGE, MARKET, NOW, page
from sqlalchemy import inspect, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import OperationalError
from sqlalchemy.schema import CreateIndex, CreateTable

from timeline.query import Query, find
from timeline.store import Store, migrate, search
from timeline.store.columns import TABLES
from timeline.store.engine import address, connect
from timeline.store.schema import snapshot
from timeline.store.tables import metadata

ROOT = Path(__file__).parents[2]
REGENERATE = "timeline db schema > db/schema.sql"


@pytest.fixture
def engine(tmp_path):
    engine = connect(address(str(tmp_path / "a.db")), timeout=1)
    yield engine
    engine.dispose()


def test_the_checked_snapshot_is_what_the_migrations_make():
    assert (ROOT / "db" / "schema.sql").read_text(encoding="utf-8") == snapshot(), (
        f"after a migration run: {REGENERATE}"
    )


def test_the_migrations_make_what_the_sqlmodel_tables_say(engine):
    migrate.upgrade(engine, "a.db")
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "include_name": lambda name, kind, _: kind != "table" or not name.startswith("event_grams"),
            },
        )
        assert compare_metadata(context, metadata) == []


def _clauses(statements):
    """Each statement as the set of its lines: the order of constraints does not matter."""
    return {frozenset(line.strip(" ,;") for line in each.splitlines() if line.strip(" ,;")) for each in statements}


def test_the_migrations_and_the_sqlmodel_tables_say_the_same_word_for_word():
    made = snapshot().split("\n\n")
    elements = [CreateTable(table) for table in metadata.sorted_tables]
    elements += [CreateIndex(index) for table in metadata.sorted_tables for index in table.indexes]
    said = [str(element.compile(dialect=sqlite.dialect())).replace("\t", "") for element in elements]
    others = [each for each in made if "alembic_version" in each or "VIRTUAL" in each]
    assert _clauses(said) == _clauses(made) - _clauses(others)
    assert len(others) == 2


def test_running_code_names_the_columns_of_the_sqlmodel_tables():
    assert {table.name: [column.name for column in table.c] for table in TABLES} == {
        name: [column.name for column in table.columns] for name, table in metadata.tables.items()
    }


def test_the_newest_migration_is_the_version_that_the_program_works_with():
    config = Config()
    config.set_main_option("script_location", str(ROOT / "timeline" / "store" / "migrations"))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [migrate.HEAD]
    assert migrate.known() == {script.revision for script in scripts.walk_revisions()}


def test_up_down_and_up_again(engine):
    migrate.upgrade(engine, "a.db")
    tables = set(inspect(engine).get_table_names())
    migrate.downgrade(engine, "a.db", "base")
    assert set(inspect(engine).get_table_names()) == {"alembic_version"}
    migrate.upgrade(engine, "a.db")
    assert set(inspect(engine).get_table_names()) == tables
    with engine.connect() as connection:
        assert migrate.version(connection, "a.db") == migrate.HEAD


def test_a_migration_that_fails_leaves_the_database_as_it_was(engine):
    with engine.connect() as connection, connection.begin():
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)"))
        connection.execute(text("CREATE TABLE event (id TEXT)"))  # in the way of the migration
    with pytest.raises(migrate.StoreError, match="event"):
        migrate.upgrade(engine, "a.db")
    assert set(inspect(engine).get_table_names()) == {"alembic_version", "event"}


def test_a_store_opens_at_the_newest_version_in_wal_mode(tmp_path):
    with Store.open(str(tmp_path / "new" / "a.db")) as store, store.reading() as connection:
        assert migrate.version(connection, "a.db") == migrate.HEAD
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
        assert connection.scalar(text("PRAGMA foreign_keys")) == 1
        with pytest.raises(OperationalError, match="no such table"):
            connection.execute(text("SELECT * FROM sqlmodel"))


def test_what_was_indexed_in_traditional_characters_is_found_after_the_migration(tmp_path):
    path = str(tmp_path / "a.db")
    with Store.open(path) as store:
        store.ingest([page("a.txt", [replace(BRIDGE, title="渡口圖書館開館")]), page("b.txt", [MARKET])], NOW)
        with store._writing() as connection:  # as the version before left it
            held = {row.event: row.words for row in connection.execute(text("SELECT event, words FROM event_text"))}
            traditional = {
                number: words.replace("图书馆", "圖書館").replace("开馆", "開館") for number, words in held.items()
            }
            search.clear(connection)
            search.add(connection, traditional)
        assert find(store, Query(text="图书馆", all=True)) == []
    engine = connect(address(path), timeout=1)
    migrate.downgrade(engine, "a.db", "0004")
    migrate.upgrade(engine, "a.db")
    engine.dispose()
    with Store.open(path) as store:
        assert [event.title for event in find(store, Query(text="图书馆", all=True))] == ["渡口圖書館開館"]
        assert list(store.verify()) == []
