// Service is an HTTP service whose handlers call Python: a class whose instance all
// requests share, records, an enum, callbacks and sequences in both directions,
// Python's logs in log/slog, and requests whose end interrupts Python.
//
// It asks itself a few questions over loopback, and stops.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"log"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"

	"github.com/gophersnake/gophersnake/examples/service/reviews"
	"github.com/gophersnake/gophersnake/python"
)

const training = `good A lovely lamp, bright and quiet
good Works well, would buy again
good Bright, well made, arrived early
bad Broke after a day, would not buy again
bad Dim, loud and late
bad Not as described, sent it back`

func main() {
	if err := run(context.Background()); err != nil {
		log.Fatalf("%+v", err)
	}
}

func run(ctx context.Context) error {
	if err := python.LogTo(ctx, slog.Default().Handler()); err != nil {
		return err
	}
	defer python.Stop(ctx)
	classifier, err := reviews.NewClassifier(ctx, reviews.ClassifierOptions{Smoothing: python.Some(0.5)})
	if err != nil {
		return err
	}
	defer classifier.Close()

	// Python pulls the reviews out of a Go iterator, and calls a Go function.
	learned := 0
	options := reviews.ClassifierLearnOptions{Progress: func(_ context.Context, count int) error {
		learned = count
		return nil
	}}
	if _, err := classifier.Learn(ctx, labelled(training), options); err != nil {
		return err
	}
	fmt.Println("learned from", learned, "reviews")

	server := httptest.NewServer(handler(classifier))
	defer server.Close()
	return ask(server.URL)
}

// labelled yields the reviews of a text, a line each, that begins with its label.
func labelled(text string) iter.Seq[reviews.Review] {
	return func(yield func(reviews.Review) bool) {
		for line := range strings.Lines(text) {
			label, words, _ := strings.Cut(strings.TrimSpace(line), " ")
			if !yield(reviews.Review{Text: words, Label: reviews.Label(label)}) {
				return
			}
		}
	}
}

// handler serves a verdict, and a stream of verdicts, as JSON.
func handler(classifier *reviews.Classifier) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /judge", func(w http.ResponseWriter, r *http.Request) {
		// The request's context interrupts Python when the client goes away.
		verdict, err := classifier.Judge(r.Context(), r.FormValue("text"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		json.NewEncoder(w).Encode(verdict)
	})
	mux.HandleFunc("GET /stream", func(w http.ResponseWriter, r *http.Request) {
		for verdict, err := range classifier.JudgeAll(r.Context(), r.URL.Query()["text"]) {
			if err != nil {
				slog.Error("stream", "err", err)
				return
			}
			fmt.Fprintln(w, verdict.Label)
		}
	})
	return mux
}

// ask asks the service, a hundred clients at once, and prints what it answers.
func ask(address string) error {
	query := url.Values{"text": {"bright and well made", "late and loud"}}.Encode()
	answers, err := get(address + "/judge?" + query)
	if err != nil {
		return err
	}
	fmt.Print(answers)
	answers, err = get(address + "/stream?" + query)
	if err != nil {
		return err
	}
	fmt.Print(answers)

	var clients sync.WaitGroup
	same := make(chan bool, 100)
	for range cap(same) {
		clients.Go(func() {
			answer, err := get(address + "/stream?" + query)
			same <- err == nil && answer == answers
		})
	}
	clients.Wait()
	close(same)
	count := 0
	for each := range same {
		if each {
			count++
		}
	}
	fmt.Println(count, "clients at once had the same answer")
	return nil
}

// get returns the body of what an address serves.
func get(address string) (string, error) {
	response, err := http.Get(address)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	return string(body), err
}
