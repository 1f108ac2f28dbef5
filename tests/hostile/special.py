"""What may lie in a hostile tree besides a file of some bytes."""

import os
import socket
import stat


class Link:
    """A symbolic link to wherever."""

    def __init__(self, to):
        self.to = to

    def make(self, path):
        os.symlink(self.to, path)


class Pipe:
    def make(self, path):
        os.mkfifo(path)


class Socket:
    def make(self, path):
        here = os.getcwd()
        os.chdir(os.path.dirname(path))  # the way to a socket may not be long
        try:
            with socket.socket(socket.AF_UNIX) as each:
                each.bind(os.path.basename(path))
        finally:
            os.chdir(here)


class Device:
    """/dev/zero under another name; only root can make one."""

    def make(self, path):
        os.mknod(path, stat.S_IFCHR | 0o600, os.makedev(1, 5))


class Folder:
    def make(self, path):
        os.mkdir(path)


class Sparse:
    """A file of many bytes that takes no room."""

    def __init__(self, size):
        self.size = size

    def make(self, path):
        with open(path, "wb") as file:
            file.truncate(self.size)


class Unreadable:
    """Only for those whom permissions bind: root reads it all the same."""

    def __init__(self, is_folder=False):
        self.is_folder = is_folder

    def make(self, path):
        if self.is_folder:
            os.mkdir(path)
        else:
            open(path, "wb").close()
        os.chmod(path, 0)


class Many:
    """As many entries as wanted, by a function from number to (name, what)."""

    def __init__(self, count, entry):
        self.count = count
        self.entry = entry

    def make(self, path):
        os.makedirs(path, exist_ok=True)
        for i in range(self.count):
            name, what = self.entry(i)
            put(path, name, what)


class Made:
    """What a function makes there."""

    def __init__(self, make):
        self.make = make


def put(folder, name, what):
    """`name` may be bytes, for those that are not UTF-8."""
    path = os.path.join(os.fsencode(folder), os.fsencode(name))
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if callable(what):
        what = what()
    if isinstance(what, str):
        what = what.encode()
    if not isinstance(what, bytes):
        what.make(path)
        return
    if os.path.lexists(path):
        os.remove(path)
    with open(path, "wb") as file:
        file.write(what)
