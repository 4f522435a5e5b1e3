"""The work on a real cluster: three worker processes on this machine, one of which is killed."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress

import dask
import pytest
from distributed import Client, LocalCluster

from checker.audit.run import run_audit
from checker.audit.time_limit import TimedOut, time_limit
from checker.audit.workers import DaskWorkers, ThisProcess, WorkerDied
from checker.errors import ConfigurationError


def doubled(number):
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


@pytest.fixture(scope="module")
def cluster():
    settings = {"n_workers": 3, "threads_per_worker": 1, "dashboard_address": "127.0.0.1:0", "silence_logs": 50}
    with dask.config.set({"distributed.scheduler.allowed-failures": 1}), LocalCluster(**settings) as cluster:
        yield cluster


def contents(folder):
    """Every file of an audit but the manifest, by its path."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "manifest.json"]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_worker_killed_on_the_way_changes_nothing(cluster, options, audit, tmp_path):
    """The cluster is one that runs already, named by the address of its scheduler."""
    audit("alone", shard_size=1)
    folder = tmp_path / "spread"
    killed = []

    def kill_one():
        with Client(cluster.scheduler_address, set_as_default=False) as client:
            while not (folder / "shards" / "00000.json").exists():
                time.sleep(0.01)
            busy = [worker for worker, tasks in client.processing().items() if tasks]
            pids = client.run(os.getpid)
            killed.append(pids[(busy or list(pids))[0]])
            os.kill(killed[0], signal.SIGKILL)

    killer = threading.Thread(target=kill_one)
    killer.start()
    run_audit(options("spread", shard_size=1, scheduler=cluster.scheduler_address))
    killer.join()

    assert len(killed) == 1
    assert contents(folder) == contents(tmp_path / "alone")


def test_a_job_that_kills_its_workers_is_given_up_and_none_is_lost_or_doubled(cluster):
    """Those that waited on a worker that died may be given up too; an audit tries these again, piece by piece."""
    workers = DaskWorkers(3, cluster.scheduler_address)
    found = list(workers.run(doubled, [(number, (number,)) for number in range(6)]))
    workers.close()

    assert sorted(number for number, _ in found) == [0, 1, 2, 3, 4, 5]
    assert isinstance(dict(found)[3], WorkerDied)
    done = {number: result for number, result in found if not isinstance(result, WorkerDied)}
    assert done and all(result == 2 * number for number, result in done.items())


def test_an_article_on_which_workers_die_is_an_error_of_its_own(options, tmp_path, monkeypatch):
    from checker.audit import run

    class Deadly(ThisProcess):
        def run(self, function, jobs):
            for name, arguments in jobs:
                articles = next((one for one in arguments if isinstance(one, tuple)), ())
                died = any(getattr(article, "id", "") == "prize" for article in articles)
                yield name, WorkerDied() if died else function(*arguments)

    monkeypatch.setattr(run, "ThisProcess", Deadly)
    summary = run_audit(options(shard_size=4))

    assert (summary.articles, summary.errors) == (6, 1)
    assert "the process that read it died" in (tmp_path / "audit" / "errors.jsonl").read_text()


def test_a_scheduler_that_is_lost_on_the_way_is_told_and_resumed_from(options, audit, tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    dask_command = [sys.executable, "-m", "dask"]
    scheduler = subprocess.Popen(
        [*dask_command, "scheduler", "--host", address, "--no-dashboard", "--no-show"], stderr=subprocess.DEVNULL
    )
    worker = subprocess.Popen(
        [*dask_command, "worker", address, "--no-nanny", "--nthreads", "1", "--death-timeout", "30"],
        stderr=subprocess.DEVNULL,
    )
    folder = tmp_path / "lost"

    def kill_scheduler():
        while not (folder / "shards" / "00000.json").exists():
            time.sleep(0.01)
        scheduler.kill()

    killer = threading.Thread(target=kill_scheduler)
    killer.start()
    try:
        with pytest.raises(ConfigurationError, match=r"was lost. What was done is kept: go on with --resume"):
            run_audit(options("lost", shard_size=1, scheduler=address))
    finally:
        for process in (worker, scheduler):
            process.kill()
            process.wait()
        killer.join()

    run_audit(options("lost", shard_size=1, resume=True))
    audit("alone", shard_size=1)
    assert contents(folder) == contents(tmp_path / "alone")


def test_no_scheduler_is_told_in_a_sentence(options, monkeypatch):
    monkeypatch.setattr("checker.audit.workers.CONNECTED_WITHIN", 0.5)
    with pytest.raises(ConfigurationError, match="nobody answers"):
        run_audit(options(scheduler="tcp://127.0.0.1:9"))


def test_a_time_limit_stops_on_any_thread_and_leaves_nothing_behind():
    outcome = []

    def work():
        try:
            with time_limit(0.05):
                while True:
                    time.sleep(0.001)
        except TimedOut:
            outcome.append("stopped")
        for _ in range(200):
            with suppress(TimedOut), time_limit(0.0005):
                pass
        with time_limit(0):
            outcome.append("unlimited")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(10)

    assert outcome == ["stopped", "unlimited"]
