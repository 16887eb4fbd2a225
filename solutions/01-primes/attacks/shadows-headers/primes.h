#error the lab's own header is replaced
