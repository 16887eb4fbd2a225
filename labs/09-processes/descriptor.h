#pragma once

#include <cstddef>
#include <string_view>

#include "bytes.h"

// Part 1: descriptors. You write the functions in descriptor.cpp. Read README.md first.

/// Owns a file descriptor, and closes it once: in its destructor, or before.
///
/// One that was moved from or closed owns none. Several threads may not use one Descriptor at the same time.
class Descriptor {
 public:
  /// \param number  of an open descriptor, which is the object's from now on; -1: it owns none
  explicit Descriptor(int number = -1) noexcept : number_(number) {}
  Descriptor(Descriptor&& other) noexcept;
  /// Closes what it owned before.
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();  // NOLINT(performance-trivially-destructible): yours has something to close

  /// \return -1 when it owns none
  [[nodiscard]] int number() const noexcept { return number_; }

  /// Closes the descriptor now. Does nothing when there is none.
  void close() noexcept;

 private:
  int number_;
};

/// What is written into the one end is read from the other one.
struct Pipe {
  Descriptor read_end;
  Descriptor write_end;
};

/// A program that exec starts has neither end; a copy of this process that fork makes has both.
/// \throw std::system_error when there is no descriptor left
Pipe make_pipe();

/// Writes all the bytes, however many calls of the system it needs. A signal whose handler runs meanwhile changes
/// nothing.
/// \throw std::system_error when the system does not take them: with EPIPE when nobody can read them any more. The
///        process is not ended by SIGPIPE, and for other writes of the program that signal stays as it was.
void write_all(int descriptor, std::string_view bytes);

/// Reads until there are so many bytes, or until the end, which has come when nobody can write any more. A signal whose
/// handler runs meanwhile changes nothing.
/// \param most  however large: memory is taken only for what comes
/// \throw std::system_error when the system gives an error
Bytes read_up_to(int descriptor, std::size_t most);
