#pragma once

#include <functional>
#include <string>

// Given.

/// What crosses from one process to another: bytes, any of them.
using Bytes = std::string;

/// What a worker does with each task.
using Work = std::function<Bytes(const Bytes& input)>;
