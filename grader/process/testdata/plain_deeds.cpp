#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>

#include "guest.h"

namespace {

int copy_input(const Words&) {
  std::vector<char> part(1 << 16);
  for (ssize_t got = 0; (got = read(0, part.data(), part.size())) > 0;) {
    for (ssize_t done = 0; done < got;) done += write(1, part.data() + done, static_cast<std::size_t>(got - done));
  }
  return 0;
}

int list_descriptors(const Words&) {
  for (int fd = 0; fd < 1024; ++fd) {
    if (fcntl(fd, F_GETFD) >= 0) std::cout << fd << ' ';
  }
  return 0;
}

/// One descriptor after another until there is none left.
int open_files(const Words&) {
  int opened = 0;
  while (open("/dev/null", O_RDONLY) >= 0) ++opened;
  std::cout << opened;
  return errno;
}

int print_file(const Words& words) {
  std::ifstream file(words.at(0));
  if (!file) return 1;
  std::cout << std::string(std::istreambuf_iterator<char>(file), {});
  return 0;
}

int write_file(const Words& words) { return std::ofstream(words.at(0)) << "was here\n" << std::flush ? 0 : 1; }

/// One file after another until one cannot be written.
int fill_disk(const Words&) {
  const std::string megabyte(1 << 20, 'x');
  for (int i = 0; i < 4096; ++i) {
    if (!(std::ofstream("file" + std::to_string(i)) << megabyte << std::flush)) {
      std::cout << i << " MB";
      return 28;
    }
  }
  return 0;
}

/// One file that grows until it may not.
int fill_file(const Words&) {
  std::ofstream file("file");
  const std::string megabyte(1 << 20, 'x');
  int written = 0;
  while (written < 4096 && file << megabyte << std::flush) ++written;
  std::cout << written << " MB";
  return 27;
}

/// Answers each line with its double through channel 0; says more than that to "chatter", dies in the middle of the
/// answer to "die", ends instead of one to "hush"; first computes for 5 ms of CPU time at "compute".
int talk(const Words&) {
  for (std::string line; std::getline(std::cin, line);) {
    if (line == "hush") return 7;
    if (line == "sleep") pause();
    if (line == "exceed") {
      for (;;) {
      }
    }
    if (line == "compute") {
      const auto until = std::clock() + CLOCKS_PER_SEC / 200;
      while (std::clock() < until) {
      }
    }
    const char* form = line == "die" ? "half an ans" : line == "chatter" ? "%d\nnot asked for\n" : "%d\n";
    dprintf(3, form, 2 * std::atoi(line.c_str()));
    if (line == "die") std::raise(SIGSEGV);
  }
  std::cout << "goodbye";
  return 0;
}

}  // namespace

void add_plain_deeds(Deeds& deeds) {
  deeds["exit"] = [](const Words& words) { return std::atoi(words.at(0).c_str()); };
  deeds["raise"] = [](const Words& words) { return std::raise(std::atoi(words.at(0).c_str())); };
  deeds["abort"] = [](const Words&) -> int { std::abort(); };
  deeds["sleep"] = [](const Words&) { return pause(); };
  deeds["copy"] = copy_input;
  deeds["deaf"] = [](const Words&) { return 0; };
  deeds["descriptors"] = list_descriptors;
  deeds["open_files"] = open_files;
  deeds["print"] = print_file;
  deeds["write"] = write_file;
  deeds["fill_disk"] = fill_disk;
  deeds["fill_file"] = fill_file;
  deeds["talk"] = talk;
  deeds["channels"] = [](const Words&) { return dprintf(3, "three") + dprintf(4, "four") == 9 ? 0 : 1; };
  deeds["environment"] = [](const Words&) {
    for (char** line = environ; *line != nullptr; ++line) std::cout << *line << '\n';
    return 0;
  };
  deeds["where"] = [](const Words&) {
    std::cout << getcwd(nullptr, 0);
    return 0;
  };
  deeds["who"] = [](const Words&) {
    std::cout << getuid();
    return 0;
  };
}
