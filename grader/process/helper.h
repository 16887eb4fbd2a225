#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "os/fd.h"
#include "result/result.h"

namespace lockstep::process {

/// A program of the kit's own that works for this one: it is told lines and answers with lines. Neither limited nor
/// confined. It has a session of its own, so that no Ctrl-C of the terminal reaches it. When this ends, it is asked to
/// end (SIGTERM), and killed if it does not within `kTimeoutMs`.
class Helper {
 public:
  /// \param errors  a file that its standard error is added to
  /// \param environment  "NAME=VALUE", added to this process's own
  [[nodiscard]] static Result<Helper> start(const std::vector<std::string>& argv, const std::filesystem::path& errors,
                                            const std::vector<std::string>& environment = {});

  Helper(Helper&& other) noexcept;
  Helper& operator=(Helper&& other) noexcept;
  ~Helper();

  /// Sends a line. One that has ended does not mind.
  void tell(std::string_view line);

  /// Readable when there is something to hear.
  [[nodiscard]] int fd() const { return output_.get(); }

  /// Takes what it has said by now. \return whether it may say more: false once it has ended
  bool listen();

  /// The next whole line that it said; nothing when there is none.
  [[nodiscard]] std::optional<std::string> heard();

  /// How it ended, in words: "was killed by signal 9 (killed)". Waits for it; to be asked once `listen` gave false.
  [[nodiscard]] std::string ending();

  /// Asks it to end, and does not wait.
  void ask_to_end() const;

  static constexpr int kTimeoutMs = 5000;

 private:
  Helper(pid_t pid, os::Fd input, os::Fd output);

  void end();

  pid_t pid_ = 0;  // 0: none, or waited for
  os::Fd input_;
  os::Fd output_;
  std::string said_;  // not taken yet
};

/// For the helper: asks this process to end (SIGTERM) as soon as the thread that started it ends, however that ends.
void end_with_starter();

}  // namespace lockstep::process
