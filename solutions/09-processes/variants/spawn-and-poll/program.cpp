#include "program.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include "descriptor.h"

extern char** environ;

namespace {

class FileActions {
 public:
  FileActions() { posix_spawn_file_actions_init(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;
  ~FileActions() { posix_spawn_file_actions_destroy(&actions_); }

  void replace(int number, const Descriptor& by) { posix_spawn_file_actions_adddup2(&actions_, by.number(), number); }
  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

pid_t spawn(std::vector<std::string> words, const FileActions& actions) {
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  pid_t id = -1;
  const int error = posix_spawnp(&id, pointers[0], actions.get(), nullptr, pointers.data(), environ);
  if (error != 0) throw std::system_error(error, std::generic_category(), words[0]);
  return id;
}

/// Writes no more than a pipe takes that poll has called ready. \return what is left
std::string_view feed(Descriptor& into, std::string_view input) {
  constexpr std::size_t kPage = 4096;
  const std::string_view now = input.substr(0, std::min(input.size(), kPage));
  try {
    write_all(into.number(), now);
  } catch (const std::system_error&) {
    into.close();
    return {};
  }
  input.remove_prefix(now.size());
  if (input.empty()) into.close();
  return input;
}

Bytes exchange(Descriptor into, std::string_view input, const Descriptor& from) {
  Bytes output;
  std::array<char, 4096> some{};
  if (input.empty()) into.close();
  for (;;) {
    std::array<pollfd, 2> ends{pollfd{from.number(), POLLIN, 0}, pollfd{into.number(), POLLOUT, 0}};
    if (poll(ends.data(), ends.size(), -1) < 0) continue;  // a signal
    if (ends[1].revents != 0) input = feed(into, input);
    if (ends[0].revents == 0) continue;
    const ssize_t count = read(from.number(), some.data(), some.size());
    if (count == 0) return output;
    if (count > 0) output.append(some.data(), static_cast<std::size_t>(count));
  }
}

End wait_for(pid_t id) {
  int status = 0;
  while (waitpid(id, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFSIGNALED(status)) return Killed{WTERMSIG(status)};
  return Exited{WEXITSTATUS(status)};
}

}  // namespace

Ran run_program(const std::vector<std::string>& words, std::string_view input) {
  Pipe in = make_pipe();
  Pipe out = make_pipe();
  FileActions actions;
  actions.replace(STDIN_FILENO, in.read_end);
  actions.replace(STDOUT_FILENO, out.write_end);
  const pid_t id = spawn(words, actions);
  in.read_end.close();
  out.write_end.close();
  Ran ran;
  ran.output = exchange(std::move(in.write_end), input, out.read_end);
  ran.end = wait_for(id);
  return ran;
}
