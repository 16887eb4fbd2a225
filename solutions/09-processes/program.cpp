#include "program.h"

#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <optional>
#include <system_error>
#include <thread>

#include "descriptor.h"
#include "process.h"

namespace {

std::vector<char*> pointers(std::vector<std::string>& words) {
  std::vector<char*> all;
  all.reserve(words.size() + 1);
  for (std::string& word : words) all.push_back(word.data());
  all.push_back(nullptr);
  return all;
}

/// \return only when the program cannot be started: the error
int become(const std::vector<char*>& words, int input, int output) {
  if (dup2(input, STDIN_FILENO) >= 0 && dup2(output, STDOUT_FILENO) >= 0) execvp(words[0], words.data());
  return errno;
}

void feed(Descriptor into, std::string_view input) {
  try {
    write_all(into.number(), input);
  } catch (const std::system_error&) {  // the program does not want the rest
  }
}

}  // namespace

Ran run_program(const std::vector<std::string>& words, std::string_view input) {
  auto copies = words;
  const auto arguments = pointers(copies);
  std::optional<Process> process;  // made last, destroyed last: when an exception closes the pipes, the program ends
  Pipe in = make_pipe();
  Pipe out = make_pipe();
  Pipe error = make_pipe();  // exec closes it; what comes through it is the error of an exec that failed
  process.emplace([&] {
    const int why = become(arguments, in.read_end.number(), out.write_end.number());
    write_all(error.write_end.number(), {reinterpret_cast<const char*>(&why), sizeof why});
    return 127;
  });
  in.read_end.close();
  out.write_end.close();
  error.write_end.close();
  const Bytes failed = read_up_to(error.read_end.number(), sizeof(int));
  if (failed.size() == sizeof(int)) {
    int why = 0;
    std::memcpy(&why, failed.data(), sizeof why);
    throw std::system_error(why, std::generic_category(), words[0]);
  }
  Ran ran;
  {
    const std::jthread feeder([&] { feed(std::move(in.write_end), input); });
    ran.output = read_up_to(out.read_end.number(), SIZE_MAX);
  }
  ran.end = process->wait();
  return ran;
}
