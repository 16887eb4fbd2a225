#pragma once

#include <gtest/gtest.h>

/// Counts the frames of a test's coroutines. A coroutine that takes a Mark by value has it in its frame, from the call
/// that makes the frame until the frame is destroyed.
class Frames {
 public:
  class Mark {
   public:
    Mark(const Mark& other) noexcept : Mark(*other.frames_) {}
    Mark& operator=(const Mark&) = delete;
    ~Mark() { --frames_->alive_; }

   private:
    friend Frames;
    explicit Mark(Frames& frames) noexcept : frames_(&frames) { ++frames_->alive_; }

    Frames* frames_;
  };

  [[nodiscard]] Mark mark() { return Mark(*this); }
  [[nodiscard]] int alive() const { return alive_; }

  void expect_that_all_are_gone(const char* when) const {
    EXPECT_LE(alive_, 0) << when << ", so many frames were never destroyed: nobody owns them";
    EXPECT_GE(alive_, 0) << when << ", a frame was destroyed twice: two objects owned it";
  }

 private:
  int alive_ = 0;
};
