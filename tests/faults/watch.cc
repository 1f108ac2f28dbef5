// catalog_watch STATUS SECONDS FAULT COMMAND…: runs COMMAND, ends it after
// SECONDS, and writes into the file STATUS what came of it, a word and a value
// a line: `exit` or `signal` or `late`, `rss` in KiB, `cpu` in seconds,
// `calls`, and `fault` with the name of the call that failed.
//
// FAULT is `none` or KINDS:N:WHAT[:WHAT]. KINDS are kinds of system calls,
// split by commas; the N-th of these fails with the error number WHAT, or is
// preceded by the signal -WHAT. `calls` counts those met. With N of 0 none
// fails, and all are counted. What comes before `main` is not counted.
//
// The kernel asks this program about each call (seccomp_unotify(2)), so calls
// made inside libraries are met like our own; LD_PRELOAD does not see those.
// Exits with 77 where the kernel does not offer that.

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace catalog::faults {
namespace {

constexpr int cannot = 77;

struct Call {
  const char* kind;
  const char* name;
  int number;
};

#define CALL(kind, name) \
  { kind, #name, SYS_##name }

constexpr Call calls[] = {
    CALL("open", openat),     CALL("read", read),
    CALL("read", pread64),    CALL("read", readv),
    CALL("list", getdents64), CALL("stat", newfstatat),
    CALL("stat", fstat),      CALL("stat", statx),
    CALL("stat", faccessat),  CALL("stat", faccessat2),
    CALL("stat", readlinkat), CALL("write", write),
    CALL("write", pwrite64),  CALL("write", writev),
    CALL("write", ftruncate), CALL("close", close),
    CALL("name", renameat2),  CALL("name", linkat),
    CALL("name", unlinkat),   CALL("name", mkdirat),
    CALL("name", symlinkat),  CALL("mode", fchmod),
    CALL("mode", fchmodat),   CALL("sync", fsync),
    CALL("sync", fdatasync),  CALL("sync", syncfs),
    CALL("lock", flock),      CALL("seek", lseek),
    CALL("memory", mmap),     CALL("memory", mremap),
    CALL("memory", brk),      CALL("thread", clone),
    CALL("thread", clone3),   CALL("pipe", pipe2),
#ifdef SYS_open  // not on every machine
    CALL("open", open),       CALL("open", creat),
    CALL("stat", stat),       CALL("stat", lstat),
    CALL("stat", access),     CALL("stat", readlink),
    CALL("name", rename),     CALL("name", renameat),
    CALL("name", link),       CALL("name", unlink),
    CALL("name", rmdir),      CALL("name", mkdir),
    CALL("name", symlink),    CALL("mode", chmod),
    CALL("thread", vfork),    CALL("pipe", pipe),
#endif
};

#undef CALL

struct Fault {
  std::string kinds;  // `,open,read,`
  long at = 0;
  std::vector<int> what;
  bool asks() const { return kinds != ",none,"; }
};

/// KINDS:N:WHAT, or `none`.
Fault fault_of(const std::string& text) {
  Fault fault;
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(':', at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  fault.kinds = "," + parts[0] + ",";
  if (parts.size() > 1) fault.at = std::atol(parts[1].c_str());
  for (std::size_t i = 2; i < parts.size(); ++i)
    fault.what.push_back(std::atoi(parts[i].c_str()));
  return fault;
}

bool is_of(const Fault& fault, const Call& call) {
  return fault.kinds.find("," + std::string(call.kind) + ",") !=
         std::string::npos;
}

const Call* call_of(int number) {
  for (const Call& call : calls)
    if (call.number == number) return &call;
  return nullptr;
}

/// Asks for every call of the kinds, and for the first that the program itself
/// makes: it asks how many processors it may use.
std::vector<sock_filter> filter_of(const Fault& fault) {
  std::vector<int> numbers{SYS_sched_getaffinity};
  for (const Call& call : calls)
    if (is_of(fault, call)) numbers.push_back(call.number);
  std::vector<sock_filter> code{
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr))};
  for (std::size_t i = 0; i < numbers.size(); ++i)
    code.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K,
                            static_cast<unsigned>(numbers[i]),
                            static_cast<unsigned char>(numbers.size() - i), 0));
  code.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  code.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_USER_NOTIF));
  return code;
}

void send(int socket, int file) {
  char byte = 0;
  iovec data{&byte, 1};
  alignas(cmsghdr) char space[CMSG_SPACE(sizeof(int))] = {};
  msghdr message{};
  message.msg_iov = &data;
  message.msg_iovlen = 1;
  if (file >= 0) {
    message.msg_control = space;
    message.msg_controllen = sizeof space;
    cmsghdr* const head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(head), &file, sizeof file);
  }
  ::sendmsg(socket, &message, 0);
}

/// The file that was sent, or -1.
int receive(int socket) {
  char byte = 0;
  iovec data{&byte, 1};
  alignas(cmsghdr) char space[CMSG_SPACE(sizeof(int))] = {};
  msghdr message{};
  message.msg_iov = &data;
  message.msg_iovlen = 1;
  message.msg_control = space;
  message.msg_controllen = sizeof space;
  if (::recvmsg(socket, &message, MSG_CMSG_CLOEXEC) <= 0) return -1;
  const cmsghdr* const head = CMSG_FIRSTHDR(&message);
  if (head == nullptr) return -1;
  int file = -1;
  std::memcpy(&file, CMSG_DATA(head), sizeof file);
  return file;
}

/// A test that is killed leaves nothing running.
void end_with_parent() { ::prctl(PR_SET_PDEATHSIG, SIGKILL); }

[[noreturn]] void become(char* const command[], const Fault& fault,
                         int socket) {
  end_with_parent();
  ::setpgid(0, 0);
  const rlimit no_core{};
  ::setrlimit(RLIMIT_CORE, &no_core);
  if (fault.asks()) {
    std::vector<sock_filter> code = filter_of(fault);
    sock_fprog program{static_cast<unsigned short>(code.size()), code.data()};
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    const long listener = ::syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER,
                                    SECCOMP_FILTER_FLAG_NEW_LISTENER, &program);
    send(socket, static_cast<int>(listener));
  }
  ::execvp(command[0], command);
  ::_exit(127);
}

bool has_text(const char* text) { return text != nullptr && *text != '\0'; }

/// Whether what lies there in the memory of the process begins so.
bool begins_with(const seccomp_notif& request, std::uint64_t address,
                 std::string_view text) {
  std::string there(text.size(), '\0');
  iovec to{there.data(), there.size()};
  // NOLINTNEXTLINE(performance-no-int-to-ptr): an address of the other's
  iovec from{reinterpret_cast<void*>(address), there.size()};
  const auto process = static_cast<pid_t>(request.pid);
  return ::process_vm_readv(process, &to, 1, &from, 1, 0) ==
             static_cast<ssize_t>(there.size()) &&
         there == text;
}

/// Whether a call is one that sanitizers make for themselves, and do not bear
/// to fail: they probe addresses by writing to a pipe, and look for leaks from
/// a process that shares all with the program and is no thread of it, which
/// reads in /proc what threads there are.
bool is_of_sanitizer(const seccomp_notif& request) {
  if (request.data.nr == SYS_pipe2) return true;
  if (request.data.nr == SYS_openat)
    return begins_with(request, request.data.args[1], "/proc/");
#ifdef SYS_open
  if (request.data.nr == SYS_open)
    return begins_with(request, request.data.args[0], "/proc/");
#endif
  if (request.data.nr == SYS_clone)
    return (request.data.args[0] & CLONE_THREAD) == 0;
  if (request.data.nr != SYS_write) return false;
  const std::string path = "/proc/" + std::to_string(request.pid) + "/fd/" +
                           std::to_string(request.data.args[0]);
  char target[5] = {};
  return ::readlink(path.c_str(), target, sizeof target) > 0 &&
         std::string_view(target, sizeof target) == "pipe:";
}

/// Answers the kernel until the command has ended.
class Supervisor {
 public:
  Supervisor(const Fault& fault, int listener, pid_t child)
      : fault_(fault), listener_(listener), child_(child) {}

  long met() const { return met_; }
  const std::string& failed() const { return failed_; }

  /// False where nobody will ask any more.
  bool serve() {
    seccomp_notif request{};
    if (::ioctl(listener_, SECCOMP_IOCTL_NOTIF_RECV, &request) != 0)
      return errno == EINTR || errno == ENOENT;
    seccomp_notif_resp answer{};
    answer.id = request.id;
    answer.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
    const int error = error_for(request);
    if (error != 0 && request.data.nr == SYS_brk) {
      // It has no errors: it gives the old end of the heap.
      answer.flags = 0;
      answer.val = static_cast<std::int64_t>(heap_end_);
    } else if (error != 0) {
      answer.flags = 0;
      answer.error = -error;
    } else if (request.data.nr == SYS_brk && request.data.args[0] != 0) {
      heap_end_ = request.data.args[0];
    }
    ::ioctl(listener_, SECCOMP_IOCTL_NOTIF_SEND, &answer);
    return true;
  }

 private:
  int error_for(const seccomp_notif& request) {
    if (request.data.nr == SYS_sched_getaffinity) {
      has_begun_ = true;
      return 0;
    }
    const Call* const call = call_of(request.data.nr);
    if (!has_begun_ || call == nullptr) return 0;
    if (request.data.nr == SYS_brk && heap_end_ == 0) return 0;
    if (is_sanitized_ && is_of_sanitizer(request)) return 0;
    const long number = ++met_;
    const auto later = static_cast<std::size_t>(number - fault_.at);
    if (fault_.at == 0 || number < fault_.at || later >= fault_.what.size())
      return 0;
    failed_ += (failed_.empty() ? "" : " ") + std::string(call->name);
    const int what = fault_.what[later];
    if (what >= 0) return what;
    ::kill(child_, -what);
    return 0;
  }

  const Fault& fault_;
  const int listener_;
  const pid_t child_;
  const bool is_sanitized_ = has_text(std::getenv("CATALOG_SANITIZED"));
  bool has_begun_ = false;
  std::uint64_t heap_end_ = 0;
  long met_ = 0;
  std::string failed_;
};

double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) +
         static_cast<double>(time.tv_usec) / 1e6;
}

using Clock = std::chrono::steady_clock;

int watch(const char* status_path, double limit, const Fault& fault,
          char* const command[]) {
  end_with_parent();
  int sockets[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0)
    return cannot;
  const auto start = Clock::now();
  const pid_t child = ::fork();
  if (child < 0) return cannot;
  if (child == 0) become(command, fault, sockets[1]);
  ::close(sockets[1]);
  const int listener = fault.asks() ? receive(sockets[0]) : -1;
  if (fault.asks() && listener < 0) {
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    return cannot;
  }

  Supervisor supervisor(fault, listener, child);
  const auto seconds = [&] {
    return std::chrono::duration<double>(Clock::now() - start).count();
  };
  int status = 0;
  rusage usage{};
  bool is_late = false;
  const long pidfd = ::syscall(SYS_pidfd_open, child, 0);
  pollfd waiting[2] = {{static_cast<int>(pidfd), POLLIN, 0},
                       {listener, POLLIN, 0}};
  while (true) {
    const double left = is_late ? 1 : limit - seconds();
    if (left <= 0) {
      is_late = true;
      ::kill(-child, SIGKILL);
      continue;
    }
    ::poll(waiting, 2, static_cast<int>(left * 1000) + 1);
    if ((waiting[1].revents & POLLIN) != 0) supervisor.serve();
    if ((waiting[1].revents & (POLLHUP | POLLERR)) != 0) waiting[1].fd = -1;
    if (waiting[0].revents != 0 && ::wait4(child, &status, WNOHANG, &usage) > 0)
      break;
  }
  std::ofstream out(status_path);
  if (is_late)
    out << "late 1\n";
  else if (WIFSIGNALED(status))
    out << "signal " << WTERMSIG(status) << '\n';
  else
    out << "exit " << WEXITSTATUS(status) << '\n';
  out << "rss " << usage.ru_maxrss << "\ncpu "
      << seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime) << '\n';
  out << "calls " << supervisor.met() << '\n';
  if (!supervisor.failed().empty())
    out << "fault " << supervisor.failed() << '\n';
  return 0;
}

}  // namespace
}  // namespace catalog::faults

int main(int count, char* arguments[]) {
  if (count < 5) {
    std::fputs("usage: catalog_watch STATUS SECONDS FAULT COMMAND…\n", stderr);
    return 2;
  }
  return catalog::faults::watch(arguments[1], std::atof(arguments[2]),
                                catalog::faults::fault_of(arguments[3]),
                                arguments + 4);
}
