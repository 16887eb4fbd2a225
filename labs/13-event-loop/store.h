#pragma once

#include <map>
#include <optional>
#include <string>

// Part 6: the server, and here what it keeps. Read README.md first.

/// Values by their keys.
using Contents = std::map<std::string, std::string>;

/// Keeps a value for each key. Any number of threads may call it at the same time: each call takes effect at one moment
/// between its beginning and its end.
class Store {
 public:
  /// \return whether the key had no value before
  bool set(const std::string& key, std::string value);

  /// \return the key's value; nothing where it has none
  [[nodiscard]] std::optional<std::string> get(const std::string& key) const;

  /// \return whether the key had a value
  bool remove(const std::string& key);

  /// All keys that have a value, with their values, as they were at one moment.
  [[nodiscard]] Contents contents() const;
};
