#pragma once

#include <string>
#include <vector>

namespace lockstep::process {

/// Words as execve(2) and posix_spawn(3) take them: pointers to them, ended by a null pointer.
/// \param words  must stay as they are while the result is used
[[nodiscard]] inline std::vector<char*> exec_words(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  pointers.reserve(words.size() + 1);
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

}  // namespace lockstep::process
