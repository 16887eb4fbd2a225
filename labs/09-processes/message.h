#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "bytes.h"
#include "failures.h"

// Part 3: messages. You write the functions in message.cpp. Read README.md first.
//
// A pipe carries bytes, and keeps no borders between them. So a message is its size, as a std::uint64_t in the
// machine's order of bytes, and then its bytes.

/// The most bytes that a message may have.
inline constexpr std::size_t kMostBytes = std::size_t{64} << 20;

/// Writes a message.
/// \throw std::length_error when it is too large; then nothing is written
/// \throw std::system_error as write_all
void write_message(int descriptor, std::string_view bytes);

/// Reads the next message.
/// \return nothing when the pipe has ended before it
/// \throw TornMessage when the pipe ends within it, or when its size is above kMostBytes
/// \throw std::system_error as read_up_to
std::optional<Bytes> read_message(int descriptor);
