#pragma once

#include <charconv>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <vector>

#include "bytes.h"
#include "failures.h"

/// How values of a type are written and read; there is none for other types.
template <class T>
struct Codec;

/// Numbers are texts, with a blank behind each.
template <class T>
requires(std::is_arithmetic_v<T> && !std::is_same_v<T, bool> && !std::is_same_v<T, char>) struct Codec<T> {
  static void write(Bytes& to, T value) {
    char text[400];
    const auto [end, error] = std::to_chars(text, text + sizeof text, value);
    to.append(text, end).append(1, ' ');
  }
  static T read(std::string_view& from) {
    const auto size = from.find(' ');
    T value{};
    if (size == std::string_view::npos) throw BrokenValue("a number without an end");
    const auto [end, error] = std::from_chars(from.data(), from.data() + size, value);
    if (error != std::errc{} || end != from.data() + size) throw BrokenValue("no number");
    from.remove_prefix(size + 1);
    return value;
  }
};

template <class T>
requires(std::is_enum_v<T> || std::is_same_v<T, bool> || std::is_same_v<T, char>) struct Codec<T> {
  static void write(Bytes& to, T value) { Codec<long long>::write(to, static_cast<long long>(value)); }
  static T read(std::string_view& from) { return static_cast<T>(Codec<long long>::read(from)); }
};

template <>
struct Codec<std::string> {
  static void write(Bytes& to, const std::string& value) {
    Codec<std::size_t>::write(to, value.size());
    to += value;
  }
  static std::string read(std::string_view& from) {
    const auto size = Codec<std::size_t>::read(from);
    if (size > from.size()) throw BrokenValue("a text is longer than what is there");
    std::string value(from.substr(0, size));
    from.remove_prefix(size);
    return value;
  }
};

template <class T>
concept Crosses = requires(Bytes& bytes, const T& value, std::string_view& view) {
  Codec<T>::write(bytes, value);
  { Codec<T>::read(view) } -> std::same_as<T>;
};

template <Crosses T>
struct Codec<std::vector<T>> {
  static void write(Bytes& to, const std::vector<T>& values) {
    Codec<std::size_t>::write(to, values.size());
    for (const T& value : values) Codec<T>::write(to, value);
  }
  static std::vector<T> read(std::string_view& from) {
    std::vector<T> values;
    const auto size = Codec<std::size_t>::read(from);
    for (std::size_t i = 0; i < size; ++i) values.push_back(Codec<T>::read(from));
    return values;
  }
};

template <Crosses T>
Bytes encode(const T& value) {
  Bytes bytes;
  Codec<T>::write(bytes, value);
  return bytes;
}

template <Crosses T>
T decode(std::string_view bytes) {
  T value = Codec<T>::read(bytes);
  if (!bytes.empty()) throw BrokenValue("something follows");
  return value;
}
