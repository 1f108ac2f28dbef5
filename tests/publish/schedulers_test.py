"""schedulers_test.py CATALOG parallel|slurm

A build spread by a scheduler over shards, and merged, has the bytes of the
whole: by GNU parallel, and by an array job of a Slurm that is set up on this
host, loopback only, for this test alone. Skips where they are not installed.
"""

import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

CATALOG, SCHEDULER = sys.argv[1:]
CASE = pathlib.Path(__file__).parent.parent / "cases/overlay/editions"
SHARDS = 4


def run(*words, **how):
    done = subprocess.run([str(word) for word in words], text=True,
                          capture_output=True, **how)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}: {done.returncode}\n"
                 f"{done.stdout}{done.stderr}")
    return done.stdout


def skip(reason):
    print(f"skipped: {reason}")
    sys.exit(77)


def needs(*programs):
    for program in programs:
        if not find(program):
            skip(f"{program} is not installed")


def find(program):
    return shutil.which(program, path=os.environ["PATH"] + ":/usr/sbin")


def bytes_below(folder):
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file() and path.name != ".build-state"}


def build(folder, *options):
    return [CATALOG, "build", folder / "county", "--all", "-f", "json,html",
            *options]


def by_parallel(folder):
    needs("parallel")
    words = [str(each) for each in build(folder, "--shard", f"{{}}/{SHARDS}",
                                         "-o", folder / "shards" / "{}")]
    run("parallel", "--will-cite", "-j2", *words, ":::",
        *range(1, SHARDS + 1))


# ---- Slurm -------------------------------------------------------------------

def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def settings(folder):
    """Everything below one folder, nothing but this host, this user."""
    host = socket.gethostname().split(".")[0]
    user = run("id", "-un").strip()
    for name in ("state", "spool", "log"):
        (folder / name).mkdir()
    return f"""ClusterName=catalog
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={free_port()}
SlurmdPort={free_port()}
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
AuthInfo=socket={folder}/munge.socket
CryptoType=crypto/munge
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/log/slurmctld
SlurmdLogFile={folder}/log/slurmd
ProctrackType=proctrack/pgid
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
ReturnToService=2
NodeName={host} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes={host} Default=YES MaxTime=10 State=UP
"""


class Slurm:
    """munged, slurmctld and slurmd, as long as it lives."""

    def __init__(self, folder):
        self.folder = folder
        self.running = []
        conf = folder / "slurm.conf"
        conf.write_text(settings(folder))
        self.environment = {**os.environ, "SLURM_CONF": str(conf)}

    def __enter__(self):
        try:
            self.begin()
        except BaseException:
            self.__exit__()
            raise
        return self

    def begin(self):
        key = self.folder / "munge.key"
        key.write_bytes(os.urandom(1024))
        key.chmod(0o400)
        self.start("munged", "--foreground", "--force",
                   f"--key-file={key}",
                   f"--socket={self.folder}/munge.socket",
                   f"--pid-file={self.folder}/munge.pid",
                   f"--seed-file={self.folder}/munge.seed",
                   f"--log-file={self.folder}/log/munged",
                   *(["--num-threads=2"]))
        self.wait(lambda: (self.folder / "munge.socket").exists(), "munged")
        self.start("slurmctld", "-D")
        self.start("slurmd", "-D")
        self.wait(lambda: "idle" in self.ask("sinfo", "-h", "-o", "%T"),
                  "a node")

    def __exit__(self, *_):
        for process in reversed(self.running):
            process.terminate()
        for process in self.running:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()

    def start(self, program, *options):
        self.running.append(subprocess.Popen(
            [find(program), *options], env=self.environment,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))

    def ask(self, *words):
        return subprocess.run(words, env=self.environment, text=True,
                              capture_output=True).stdout

    def wait(self, is_there, what):
        for _ in range(300):
            if is_there():
                return
            if any(each.poll() is not None for each in self.running):
                break
            time.sleep(.2)
        logs = "".join(path.read_text(errors="replace")[-600:]
                       for path in (self.folder / "log").iterdir())
        skip(f"no Slurm could be set up here, {what} did not come:\n{logs}")


def by_slurm(folder):
    needs("munged", "slurmctld", "slurmd", "sbatch", "sinfo", "squeue")
    words = " ".join(str(each) for each in build(
        folder, "--shard", "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT",
        "-o", f"{folder}/shards/$SLURM_ARRAY_TASK_ID"))
    with tempfile.TemporaryDirectory(prefix="slurm") as place:
        # munged wants folders that nobody else can write to.
        os.chmod(place, 0o755)
        with Slurm(pathlib.Path(place)) as slurm:
            run("sbatch", "--wait", f"--array=1-{SHARDS}",
                f"--output={folder}/%a.log", "--wrap", words,
                env=slurm.environment, timeout=240)


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        shutil.copytree(CASE / "base", folder / "base")
        shutil.copytree(CASE / "county", folder / "county")
        {"parallel": by_parallel, "slurm": by_slurm}[SCHEDULER](folder)
        shards = sorted((folder / "shards").iterdir())
        if len(shards) != SHARDS:
            sys.exit(f"{len(shards)} shards came, not {SHARDS}")
        run(CATALOG, "merge", folder / "out", *shards)
        run(*build(folder, "-o", folder / "whole"))
        if bytes_below(folder / "out") != bytes_below(folder / "whole"):
            sys.exit("what was merged is not what a whole build gives")
        print(f"{SHARDS} shards by {SCHEDULER}, as one build")


main()
