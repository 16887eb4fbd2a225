#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bytes.h"
#include "end.h"

// Part 2: a program. You write the function in program.cpp. Read README.md first.

/// What became of a program.
struct Ran {
  End end;
  Bytes output;  ///< all that it has written to its standard output
};

/// Runs a program to its end, with `input` on its standard input. Its standard error is that of this process. It has
/// no other descriptor that make_pipe has made. A program need not read its input. To be called while this process has
/// one thread, and its standard input and output are open.
/// \param words  the program, which is looked for on PATH, and its arguments; one or more
/// \param input  any number of bytes, and the program may write any number
/// \throw std::system_error with the error of exec, when it cannot be started. No process is left then.
Ran run_program(const std::vector<std::string>& words, std::string_view input = {});
