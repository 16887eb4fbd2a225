#pragma once

#include <gtest/gtest.h>

#include <string>

/// Whether two reports are equal; if not, the first line in which they differ, since reports can be long.
testing::AssertionResult same_report(const std::string& actual, const std::string& expected);
