#pragma once

#include <filesystem>
#include <mutex>
#include <stop_token>
#include <string>

#include "build/build.h"
#include "build/step_counter.h"
#include "result/result.h"

namespace lockstep::build {

[[nodiscard]] std::filesystem::path kit_source(const Kit& kit);

/// The part of a build folder's name that tells flavours and compilers apart.
[[nodiscard]] std::string folder_name(const Kit& kit, Flavour flavour);

/// The kit's generated clients (kit/clients.cmake), one library for all flavours of a compiler.
class GeneratedClients {
 public:
  /// \param kit  must outlive this
  explicit GeneratedClients(const Kit& kit) : kit_(&kit) {}

  /// Brings the library up to date. The first caller builds it, others wait. Thread-safe.
  /// \param jobs  as for a project
  [[nodiscard]] Result<void> build(int jobs, std::stop_token stop, StepCounter& counter);

 private:
  const Kit* kit_;
  std::mutex mutex_;
  bool built_ = false;  // guarded by mutex_
};

/// What the labs link besides their own files and the generated clients, built once for a flavour and compiler, for all
/// labs and submissions.
/// \param jobs  as for a project
/// \return its build folder
[[nodiscard]] Result<std::filesystem::path> build_kit(const Kit& kit, Flavour flavour, int jobs, std::stop_token stop,
                                                      StepCounter* counter = nullptr);

}  // namespace lockstep::build
