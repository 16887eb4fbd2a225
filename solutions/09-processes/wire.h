#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "bytes.h"
#include "failures.h"

// Part 3: values. Read README.md first.

namespace wire {

template <class T>
struct Known : std::bool_constant<std::is_arithmetic_v<T> || std::is_enum_v<T>> {};
template <>
struct Known<std::string> : std::true_type {};
template <class T>
struct Known<std::vector<T>> : Known<T> {};

template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};

template <class T>
void put(Bytes& bytes, const T& value) {
  if constexpr (std::is_same_v<T, std::string>) {
    put(bytes, std::uint64_t{value.size()});
    bytes += value;
  } else if constexpr (IsVector<T>::value) {
    put(bytes, std::uint64_t{value.size()});
    for (const typename T::value_type& element : value) put(bytes, element);
  } else {
    char copy[sizeof value];
    std::memcpy(copy, &value, sizeof value);
    bytes.append(copy, sizeof value);
  }
}

inline std::string_view take(std::string_view& rest, std::uint64_t size) {
  if (size > rest.size()) throw BrokenValue("a value has more bytes than there are");
  const std::string_view taken = rest.substr(0, size);
  rest.remove_prefix(size);
  return taken;
}

template <class T>
T get(std::string_view& rest) {
  if constexpr (std::is_same_v<T, std::string>) {
    return std::string(take(rest, get<std::uint64_t>(rest)));
  } else if constexpr (IsVector<T>::value) {
    T values;  // nothing is reserved: the size may be a lie
    for (auto left = get<std::uint64_t>(rest); left > 0; --left) values.push_back(get<typename T::value_type>(rest));
    return values;
  } else if constexpr (std::is_same_v<T, bool>) {
    return get<unsigned char>(rest) != 0;
  } else {
    T value{};
    std::memcpy(&value, take(rest, sizeof value).data(), sizeof value);
    return value;
  }
}

}  // namespace wire

/// Whether a value of type T can be used in another process: numbers, enumerations and `bool`; `std::string`; and
/// `std::vector` of what can cross, in any depth. No pointer, no reference, and nothing that has one inside.
template <class T>
concept Crosses = wire::Known<T>::value;

/// \return bytes from which `decode` makes an equal value
template <Crosses T>
Bytes encode(const T& value) {
  Bytes bytes;
  wire::put(bytes, value);
  return bytes;
}

/// \param bytes  from anywhere
/// \return the value
/// \throw BrokenValue when the bytes are too few, or too many, or the size of a string or vector is more than what
///        follows; memory is taken only for what is there, and a `bool` is true or false whatever its bytes are
template <Crosses T>
T decode(std::string_view bytes) {
  T value = wire::get<T>(bytes);
  if (!bytes.empty()) throw BrokenValue("more bytes follow behind a value");
  return value;
}
